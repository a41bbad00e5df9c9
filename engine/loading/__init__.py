"""From files to typed frameworks and packs; every fault is reported with its place."""
