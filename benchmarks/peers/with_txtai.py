"""txtai's hybrid of vectors and BM25, as its documentation builds it. Runs in txtai's environment.

It has no splitter of its own that is the default, so it is given the papers paragraph by paragraph.
"""

import json
import sys
from pathlib import Path

from txtai import Embeddings

job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
chunks = [
    {"document": paper["document"], "text": paragraph}
    for paper in job["papers"]
    for paragraph in paper["text"].split("\n")
    if paragraph.strip()
]
embeddings = Embeddings(path=job["weights"], hybrid=True)
embeddings.index([(number, chunk["text"], None) for number, chunk in enumerate(chunks)])
found = [
    [chunks[int(number)] for number, _ in embeddings.search(question, job["k"])]
    for question in job["questions"]
]
Path(sys.argv[2]).write_text(json.dumps(found), encoding="utf-8")
