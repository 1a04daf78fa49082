"""How a paper was read, shown to the officer who handed it in: block by block beside the page."""
