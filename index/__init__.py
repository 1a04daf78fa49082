"""A Paper becomes searchable. This room knows nothing of answers."""
