"""What artefacts are made of: typed fields, their names and options, their faults, their schema."""
