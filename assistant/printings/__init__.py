"""The register's entries from paper to paper: which are one thing, what changed, how far it is."""
