"""What changes a library, each in an order that a kill at any moment cannot harm: papers are added
or removed, they or their entries are corrected, another model is taken, a shelf's next generation
is made, and everything is checked against everything else and mended."""
