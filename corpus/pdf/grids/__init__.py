"""Tables on a page: found by their rulings (ruled, spread), by shading or columns of figures
(loose, unruled), as columns of lines (ledger) or as boxes; each character finds its cell (cells).
"""
