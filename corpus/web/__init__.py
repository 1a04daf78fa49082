"""Web pages: headings, lists and tables as a browser shows them; what it hides is left out."""
