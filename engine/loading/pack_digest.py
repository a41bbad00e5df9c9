"""The content of a pack as one digest, whatever its files looked like."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from evidence_schemas.pack import EvidencePack
from evidence_schemas.when import When


def pack_digest(pack: EvidencePack) -> str:
    """`sha256:` and the hex digest of the canonical JSON of what the pack states, but its own digest."""
    content = {field.name: getattr(pack, field.name) for field in dataclasses.fields(pack) if field.name != "digest"}
    text = json.dumps(_plain(content), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return {name: _plain(stated) for name, stated in value.__dict__.items() if stated is not None}
    if isinstance(value, Mapping):
        return {name: _plain(stated) for name, stated in value.items() if stated is not None}
    if isinstance(value, frozenset):
        return sorted(str(member) for member in value)
    if isinstance(value, Enum | When | date):
        return str(value)
    if isinstance(value, Decimal):
        return _shortest(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _shortest(number: Decimal) -> str:
    """One text for all ways to write a number; `normalize` would round long ones."""
    sign, digits, exponent = number.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    significant = written.rstrip("0")
    if not significant:
        return "0"
    return f"{'-' if sign else ''}{significant}e{int(exponent) + len(written) - len(significant)}"
