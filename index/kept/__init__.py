"""What a library keeps on disk beside its catalogue, and how it is written so that a power cut
harms nothing: files that appear whole or not at all, one writer at a time, and the shelves' indexes
(vectors, words, the lexicon), each generation vouched for by its manifest."""
