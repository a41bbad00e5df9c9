"""Canonical JSON: sorted keys, no floats, one line end, the same bytes for the same value."""

import json
from collections.abc import Mapping, Sequence

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def canonical(value: Json) -> str:
    """Render a value as indented JSON with sorted keys; ends with a line end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True) + "\n"
