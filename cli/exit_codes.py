"""What each way of ending means to whoever called (interfaces); 0 is a run, whatever its result, and 2 is usage."""

MISSED = 1
"""a threshold that was asked for was missed"""
INVALID = 3
"""the pack or the framework cannot be read or is invalid"""
INTERNAL = 70
"""a fault of ours"""
INTERRUPTED = 130
"""interrupted from the keyboard"""
