"""Front matter: whose paper it is, for which meeting, what it is called, who may see it, and where
each of these was read."""
