"""Word files: paragraphs, numbered lists, tables, notes; what is hidden or deleted is left out."""
