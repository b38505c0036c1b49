"""Open Badges 3.0 for graded work: issued from the gradebook, verified without a network."""
