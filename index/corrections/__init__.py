"""What officers have corrected: of a paper's facts in `papers`, of the register's entries in
`entries`, each laid over what was read and kept beside it; what holds of both is in `said`. They
are made and undone in `index.changing`."""
