"""What an open library holds, to be read: its papers and their kin, the indexes of each shelf, its
models, how it stands; and how the next generation of its indexes is made. Texts that came in no
paper are held and searched as a library is."""
