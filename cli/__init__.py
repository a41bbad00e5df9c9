"""The command `spiritlevel`: the only place that knows the terminal, the files chosen and the exit codes."""
