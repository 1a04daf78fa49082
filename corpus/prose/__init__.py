"""Running text: lines become paragraphs, paragraphs become blocks that know where they stand.

joined, joining          which lines are one paragraph, over line ends and pages: people have
                         their offices below them; paragraphs goes through a paper's lines
numbering, lists         printed numbers, and the lists they count
titles, headings         words that could be a title, and whether they stand over what follows
sections                 what stands above a paragraph
business                 motions and votes; with questions, footnotes, boilerplate
blocks                   all of it put together, rows of tables too
"""
