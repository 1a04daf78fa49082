"""A paper, or a page of it, shown to whoever may see it."""
