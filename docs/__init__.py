"""What README.md shows, and `python -m docs.refresh`, which makes it."""
