"""Facts put to conditions: what is satisfied, what says otherwise, and what nobody said."""
