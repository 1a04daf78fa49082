"""A question becomes a cited answer. The only room that talks to people."""
