"""Threads: one action or recommendation from meeting to meeting, and what the papers say of it."""
