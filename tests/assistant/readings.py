"""Made-up readings for the tests of what people see of one."""

from corpus.paper import Block, Meeting, Paper, Reading, Source

EVIL = '<img src=x onerror="alert(1)">'


def block(text, **fields):
    plain = {"kind": "paragraph", "page": 1, "start": 0, "end": len(text)}
    return Block(text=text, **{**plain, **fields})


def paper(*blocks, **fields):
    plain = {
        "id": "update", "document": "update", "title": "Plan Update", "kind": "report",
        "access": "public", "meeting": Meeting("Oxton Council", "Cabinet", "2023-10-10"),
        "sources": (Source("council", "front matter", "THE OXTON COUNCIL"),),
    }  # fmt: skip
    return Paper(blocks=blocks, **{**plain, **fields})


def reading(*blocks, **fields):
    plain = {"path": "in/update.pdf", "outcome": "read", "pages": 3, "papers": (paper(*blocks),)}
    return Reading(**{**plain, **fields})


RUNS_ON = block("The plan was late. It cost £5.", paragraph="3.5", page=2, page_label="29",
                breaks=((19, 3),))  # fmt: skip
ROW = block("7\tLamp posts", kind="table row", row="7", headers=("No", "Matter"),
            cells=("7", "Lamp posts"), marks=("cells uncertain",))  # fmt: skip
HEADING = block("Reasons", kind="heading")
RESOLVED = block("RESOLVED: That it be noted.", kind="resolution", page=3)
