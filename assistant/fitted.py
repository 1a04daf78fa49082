"""Everything fitted, in one place: what counts how much, and on what that was fitted.

READ and what goes with it, for a library with a reader (`index.reader`), was fitted by
`python -m training.fit` on the development questions over five text papers (80), council PDFs (50)
and the sample papers (128 and 439); PLAIN, for one without, on the first three, with the plain
encoder. What they reach on questions they have not seen is printed by the same command.
"""

from __future__ import annotations

EVIDENCE = ("held", "around", "meaning", "passage", "first", "fits", "number", "length", "row",
            "item", "listed", "front", "wanted", "resolved", "relevant", "answers",
            "pointed")  # fmt: skip
"""What is known of a sentence, item or row: the share of the question's words it holds, and its
passage with it; how near its meaning is; how well its passage was found, and whether first; whether
it fits the kind of question, has a number, how long it is, whether it is a row, an item, part of a
list where one is asked for, front matter; whether it holds the thing wanted and was resolved. Of a
reader: how relevant its passage is, whether that answers, and how surely these words do."""
PLAIN = (3.0, 5.42, 4.12, 2.68, 0.82, 0.75, -0.01, 0.02, 0.73, 0.09, 1.32, -1.75, 1.73, 2.63,
         0.0, 0.0, 0.0)  # fmt: skip
READ = (2.6, 3.42, 3.51, 2.24, 1.07, 0.62, 0.01, -0.04, 0.38, -0.12, 1.02, -2.07, 1.59, 1.8,
        3.22, 1.27, 3.3)  # fmt: skip

READER_SHARE = 0.3
"""Of the reader in a passage's score, before its units are weighed (by the reader's words too)."""
ORDER_PLAIN, ORDER_READ = 0.67, 0.8
"""Share of a passage's best unit (against the best of all) in its last score, beside how well the
passage was found and read."""

REFUSAL = ("meaning", "wanted", "wanted first", "pending", "absent", "names", "forecast", "answers",
           "first answers", "pointed", "undated", "will be", "relevant")  # fmt: skip
"""What the estimate that the papers answer is made of; `finding.refusal` says what each is."""
REFUSE_PLAIN = (
    (0.24, 1.29, 1.33, -1.32, -0.67, -0.46, -0.53, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    -2.27,
    0.507,
)
REFUSE_READ = ((-0.42, 0.52, 0.74, -0.05, -1.2, -0.1, -0.87, 2.12, 1.41, 0.43, -1.21, 0.09, 1.89),
               -0.05, 0.274)  # fmt: skip
"""Weights, bias, and the estimate below which is refused."""


def evidence(read: bool) -> tuple[float, ...]:
    """The weights of a unit's features, with a reader's verdicts among them or without."""
    return READ if read else PLAIN
