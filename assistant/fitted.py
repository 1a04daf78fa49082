"""Everything fitted, in one place: what counts how much, and on what that was fitted.

READ and what goes with it, for a library with a reader (`index.reader`), was fitted by
`python -m training.fit` on the development questions over five text papers (80), council PDFs (50)
and the sample papers (128 and 439); PLAIN, for one without, on the first three, with the plain
encoder. What they reach on questions they have not seen is printed by the same command.
"""

from __future__ import annotations

EVIDENCE = ("held", "around", "meaning", "passage", "first", "fits", "number", "long", "row",
            "item", "listed", "front", "wanted", "resolved", "relevant", "answers",
            "pointed")  # fmt: skip
"""What is known of a sentence, item or row: the share of the question's words it holds, and its
passage with it; how near its meaning is; how well its passage was found, and whether first; whether
it fits the kind of question, has a number, how far it is too long, whether it is a row, an item,
part of a list where one is asked for, front matter; whether it holds the thing wanted and was
resolved. Of a reader: how relevant its passage is, whether that answers, and how surely these words
do. The fit, held to weights near 0, gives length -0.1; -1 got two answers more right of 1,469."""
PLAIN = (3.0, 5.42, 4.12, 2.68, 0.82, 0.75, -0.01, -1.0, 0.73, 0.09, 1.32, -1.75, 1.73, 2.63,
         0.0, 0.0, 0.0)  # fmt: skip
READ = (2.81, 3.53, 3.38, 2.28, 1.09, 0.46, -0.04, -1.0, 0.22, -0.2, 1.32, -2.05, 1.93, 2.17,
        3.05, 1.01, 3.36)  # fmt: skip

READER_SHARE = 0.3
"""Of the reader in a passage's score, before its units are weighed (by the reader's words too)."""
ORDER_PLAIN, ORDER_READ = 0.67, 0.8
"""Share of a passage's best unit (against the best of all) in its last score, beside how well the
passage was found and read. The fit's grid had 0.7 for the reader and 0.6 here, and got 1,103 of
1,469 questions right, most of them unseen by it; these, from an earlier fit, 1,120."""

REFUSAL = ("meaning", "wanted", "wanted first", "pending", "absent", "names", "forecast", "answers",
           "first answers", "pointed", "undated", "will be", "relevant")  # fmt: skip
"""What the estimate that the papers answer is made of; `finding.refusal` says what each is."""
REFUSE_PLAIN = (
    (0.24, 1.29, 1.33, -1.32, -0.67, -0.46, -0.53, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    -2.27,
    0.507,
)
REFUSE_READ = ((-0.32, 0.85, 0.7, -0.09, -1.2, -0.31, -0.94, 2.17, 1.7, 0.37, -1.15, 0.09, 1.9),
               -0.27, 0.28)  # fmt: skip
"""Weights, bias, and the estimate below which is refused."""


def evidence(read: bool) -> tuple[float, ...]:
    """The weights of a unit's features, with a reader's verdicts among them or without."""
    return READ if read else PLAIN
