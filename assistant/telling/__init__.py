"""What was found becomes an answer in the papers' words."""
