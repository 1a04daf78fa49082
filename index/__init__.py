"""A Paper becomes searchable. This room knows nothing of answers.

A paper is cut into `passages`; what is known of a text by itself, where to cut it and of which
parts it is embedded among it, stands in `texts`. `encoder` makes vectors of them with one of the
`models`. `changing` brings papers into a library and out of it: what they are goes into its
`catalogue`, what officers say of them into `corrections`, what they promise into the `register`,
and the indexes of vectors and `words` onto the shelves that are `kept` beside it. `holdings` has
what is there to be read, `attribution` whose papers they are. `search` finds the passages for a
question, which a `reader` puts in a better order in `reranking`. The door is `library`.

Each imports only what stands below it in the layers of pyproject.toml.
"""
