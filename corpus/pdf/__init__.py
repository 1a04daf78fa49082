"""PDF files: the characters of a page become the lines and table rows a reader sees.

pdfium/    what stands on a page, where, and whether it can be seen   (the door to pypdfium2)
stamps     the page number stamped at the foot taken out, wherever it stands
strips     characters to lines;   grids/   rulings to tables;   items   both, in order
pages      items to Lines;        residue  running titles and page numbers taken out
scans      pages that are pictures, read by ocr where that extra is installed
draw       a file to a Drawing    (the door to pypdf)
"""
