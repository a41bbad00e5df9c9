"""The parts of a pack, gathered from the files that hold them: one header, and lists that may be spread."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from engine.loading.node_reader import NodeReader, found
from engine.loading.source_text import Entry, Mapping, Node, Scalar, Sequence
from engine.loading.spelling import hint
from engine.model.fault import Fault, Place, quote
from evidence_schemas.pack import PackHeader

_HEADER = tuple(PackHeader.model_fields)
_REQUIRED = tuple(name for name, field in PackHeader.model_fields.items() if field.is_required())
_LISTS = ("documents", "facts", "claims", "not_held")


@dataclass(frozen=True, slots=True)
class PackLayout:
    """Where everything in a pack stands.

    `header` is None where no file has one. `is_whole` says that every file could be read: only then does something
    that was not found not exist.
    """

    header: Mapping | None
    documents: tuple[Node, ...]
    facts: tuple[Node, ...]
    claims: tuple[Node, ...]
    not_held: tuple[Node, ...]
    is_whole: bool


def lay_out(reader: NodeReader, trees: MappingOf[str, Node | None]) -> PackLayout:
    """Gather the parts from the trees of the files, by their names; a tree is None where the file could not be read."""
    entries = [entry for _, tree in sorted(trees.items()) if tree is not None for entry in _entries(reader, tree)]
    is_whole = all(isinstance(tree, Mapping) for tree in trees.values())
    lists = {name: _joined(reader, name, entries) for name in _LISTS}
    header = _header(reader, [entry for entry in entries if entry.key.text in _HEADER])
    if header is None and is_whole:
        message = "no file has the header of a pack" if len(trees) > 1 else "this file has no header of a pack"
        help_text = "begin with `pack: 1`, `organisation: ...` and `framework: ...`"
        reader.faults.append(Fault(Place.whole(min(trees)), message, help_text))
    return PackLayout(header, **lists, is_whole=is_whole)


def _entries(reader: NodeReader, tree: Node) -> tuple[Entry, ...]:
    for entry in (entries := reader.mapping(tree, "a file of a pack")):
        key = entry.key.text or ""
        if key not in {*_HEADER, *_LISTS}:
            reader.note(entry.key, f"unknown key {quote(key)} in a pack", hint(key, (*_HEADER, *_LISTS)))
    return entries


def _joined(reader: NodeReader, name: str, entries: list[Entry]) -> tuple[Node, ...]:
    """The items of all lists of this name; one that is left empty has none."""
    items: list[Node] = []
    for entry in entries:
        if entry.key.text != name:
            continue
        if isinstance(entry.value, Sequence):
            items.extend(entry.value.items)
        elif not _is_left_empty(entry.value):
            help_text = f"begin each item of `{name}` with `- `"
            reader.note(entry.value, f"`{name}` must be a list, found {found(entry.value)}", help_text)
    return tuple(items)


def _header(reader: NodeReader, entries: list[Entry]) -> Mapping | None:
    """The header without keys that are left empty; it stands where its first required key does."""
    start = next((entry.key.place for entry in entries if entry.key.text in _REQUIRED), None)
    if start is None:
        start = next((entry.key.place for entry in entries), None)
    if start is None:
        return None
    kept = {entry.key.text: entry for entry in entries if entry.key.place.file == start.file}
    for entry in entries:
        if entry.key.place.file == start.file:
            continue
        first = kept.get(entry.key.text)
        said = (
            f"is given twice, first at {first.key.place}"
            if first
            else f"belongs to the header, which stands at {start}"
        )
        reader.note(entry.key, f"{quote(entry.key.text or '')} {said}", "a pack has one header; keep it in one file")
    return Mapping(tuple(entry for entry in kept.values() if not _is_left_empty(entry.value)), start)


def _is_left_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is None
