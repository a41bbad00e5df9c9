"""Loading of frameworks and packs, evaluation, levels and reports."""
