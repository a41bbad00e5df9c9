"""What to do next: the cheapest set of changes to a pack that reaches a target, and every smallest set."""
