"""A file becomes a Paper. This room knows nothing of vectors, indexes or questions."""
