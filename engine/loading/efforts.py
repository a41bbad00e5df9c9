"""What the steps of a plan cost, read from a file: the framework's own, or one that changes some of its numbers."""

from dataclasses import replace
from pathlib import Path

from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node, read
from engine.model.fault import InvalidSource
from engine.model.plan import Efforts
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, fact_types

EFFORTS_FILE = "efforts.yaml"
_RECORDED = ("fill", "renew", "finish", "change", "decide")
_KINDS_ARE_LISTED = "`spiritlevel facts list` lists the kinds"


def load_efforts(path: Path, base: Efforts | None = None) -> Efforts:
    """The efforts in a file: `recorded` by the sort of work, and `new` by kind of fact, with `other`.

    Numbers that the file leaves out are those of `base`; without one, only kinds may be left out. Raises InvalidSource
    with every fault.
    """
    reader = NodeReader()
    node, faults = read(path, path.name)
    reader.faults.extend(faults)
    efforts = _efforts(reader, node, base)
    if reader.faults:
        raise InvalidSource(reader.faults)
    return efforts


def _efforts(reader: NodeReader, node: Node | None, base: Efforts | None) -> Efforts:
    needed = ("recorded", "new") if base is None else ()
    parts = reader.entries(node, "the file", needed, ("recorded", "new"))
    recorded = reader.entries(parts.get("recorded"), "`recorded`", _RECORDED if base is None else (), _RECORDED)
    numbers = {name: _effort(reader, value, name) for name, value in recorded.items() if name in _RECORDED}
    new: dict[str, int] = {}
    for entry in reader.mapping(parts.get("new"), "`new`"):
        kind = entry.key.text or ""
        if kind in READ_BY_THE_ENGINE:
            reader.note(entry.key, f"no plan makes a new `{kind}`", "settling a dispute is `decide` under `recorded`")
        elif kind != "other" and kind not in fact_types():
            reader.unknown(entry.key, "kind of fact", kind, (*fact_types(), "other"), _KINDS_ARE_LISTED)
        new[kind] = _effort(reader, entry.value, kind)
    if base is None and "other" not in new and "new" in parts:
        reader.note(parts["new"], "`new` lacks `other`", "give the effort of the kinds that are not named")
    standing = base or Efforts({}, 1, 1, 1, 1, 1, 1)
    other = new.pop("other", standing.other)
    return replace(standing, new={**standing.new, **new}, other=other, **numbers)


def _effort(reader: NodeReader, node: Node, name: str) -> int:
    return reader.whole_number(node, f"`{name}`", least=1)
