"""What anyone would use instead: other libraries' retrieval with the same MiniLM weights."""
