"""What was determined, made readable: one value, one writer for each format."""
