"""What changed from one paper to another, each change quoted from both and cited."""
