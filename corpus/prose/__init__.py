"""Running text: lines become paragraphs, paragraphs become blocks that know where they stand.

joining, paragraphs      which lines are one paragraph, over line ends and pages
numbering, lists         printed numbers, and the lists they count
headings, sections       what stands above a paragraph
business                 motions, votes, resolutions; with questions, footnotes, boilerplate
blocks                   all of it put together, rows of tables too
"""
