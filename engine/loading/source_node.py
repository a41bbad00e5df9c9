"""The tree of a source file: lists and mappings of scalars that are still as they were written, with their places."""

from dataclasses import dataclass

from engine.model.fault import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it was written.

    `text` is None where the value was left empty: nothing, `~` or `null` without quotation marks.
    """

    text: str | None
    place: Place
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping, whose text is never None, and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the text, each key once."""

    entries: tuple[Entry, ...]
    place: Place


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """Give the node as dicts, lists, text and None, without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def find(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Node:
    """Follow a path of keys and indexes, as deep as it goes.

    Steps that the data do not have, as pydantic's names of union members, are passed over. With `key`, or where the
    path ends in pydantic's `[key]`, the answer is the key of the entry reached, not its value.
    """
    reached = _deepest(_Reached(0, node, node), path)
    return reached.label if key or path[-1:] == ("[key]",) else reached.value


@dataclass(frozen=True, slots=True)
class _Reached:
    """How many steps of a path led to a value, and the key that it stands under (itself, where it has none)."""

    steps: int
    value: Node
    label: Node


def _deepest(start: _Reached, path: tuple[str | int, ...]) -> _Reached:
    """Take as many steps as can be taken: the name of a union member may also be that of a field."""
    if not path:
        return start
    child = _child(start, path[0])
    if child is None:
        return _deepest(start, path[1:])
    taken = _deepest(child, path[1:])
    if taken.steps == start.steps + len(path):
        return taken
    passed_over = _deepest(start, path[1:])
    return passed_over if passed_over.steps >= taken.steps else taken


def _child(parent: _Reached, step: str | int) -> _Reached | None:
    if isinstance(parent.value, Mapping):
        for entry in parent.value.entries:
            if entry.key.text == step:
                return _Reached(parent.steps + 1, entry.value, entry.key)
    if isinstance(parent.value, Sequence) and isinstance(step, int) and 0 <= step < len(parent.value.items):
        item = parent.value.items[step]
        return _Reached(parent.steps + 1, item, item)
    return None
