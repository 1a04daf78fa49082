"""What is asked, told from how it is put: of whom, of when, what kind of thing."""
