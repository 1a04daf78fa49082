"""A conversation: what a follow-up takes from before, shown so that a person can drop it."""
