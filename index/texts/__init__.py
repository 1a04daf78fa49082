"""What is known of a text by itself, whoever's paper it is: which blocks are read together and
where a long run is cut, of which parts it is embedded, whether two are the same words, and the
papers' words for those that people ask with."""
