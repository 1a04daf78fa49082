"""What the papers have for a question, in order of how well it answers, or that they do not say."""
