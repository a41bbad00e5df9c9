"""Refuse to start beside a foreign package with the name of one of ours.

The package names are common words. Another `rules` or `engine` earlier on the path would be imported in place of ours,
and every result would be in doubt.
"""

import importlib.util
from pathlib import Path

_PACKAGES = ("engine", "evidence_schemas", "rules")


def foreign_packages() -> dict[str, str]:
    """Name the packages that would be imported from elsewhere, with the place they would come from."""
    home = Path(__file__).resolve().parent.parent
    found = {name: importlib.util.find_spec(name) for name in _PACKAGES}
    origins = {name: spec.origin if spec else None for name, spec in found.items()}
    return {
        name: origin or "nowhere"
        for name, origin in origins.items()
        if origin is None or Path(origin).resolve().parent.parent != home
    }
