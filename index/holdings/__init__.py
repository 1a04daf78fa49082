"""What an open library holds, to be read: its papers and their kin, each shelf's current indexes,
its models, how it stands, and the nouns that all of it is reported in. Texts that came in no paper
are held and searched as a library is."""
