"""What may be said: fact types, vocabularies, the profile and the evidence pack."""
