"""What changed from one wording to another: its words, with the figures, dates and names."""
