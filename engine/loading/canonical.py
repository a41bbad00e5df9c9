"""Model values as canonical text: the same values give the same bytes, and different values give different ones."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping

from engine.model.framework import Framework


def canonical(value: object) -> str:
    """The value as JSON, keys sorted, with the type of every model value; what is at its default is left out."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def framework_digest(framework: Framework) -> str:
    """`sha256:` and the hex digest of all that the framework says, whatever its files looked like."""
    undigested = dataclasses.replace(framework, digest="")
    return "sha256:" + hashlib.sha256(canonical(undigested).encode()).hexdigest()


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        stated = {
            field.name: _plain(said)
            for field in dataclasses.fields(value)
            if field.init and (said := getattr(value, field.name)) != field.default
        }
        return {"type": type(value).__name__, **stated}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
