"""Facts that are to be added to a pack, read from files of their own together with the pack that they are added to."""

from collections.abc import Sequence
from pathlib import Path

from engine.loading.node_reader import NodeReader
from engine.loading.pack_files import Parsed, read_pack_files
from engine.loading.packs import LoadedPack, assembled
from engine.loading.source_text import Mapping, Node
from engine.loading.spelling import hint
from engine.model.fault import Fault, quote

_LISTS = ("documents", "facts")


def load_enlarged(path: Path, additions: Sequence[Path]) -> LoadedPack:
    """The pack at a path with the facts and documents of these files or folders added.

    What is added is checked as if it stood in the pack: it may refer to what is there, and may not take its ids. Raises
    InvalidPack with every fault of every file.
    """
    parsed: dict[str, Parsed] = dict(read_pack_files(path))
    last = max(parsed)
    for number, addition in enumerate(additions):
        for name, (tree, faults) in read_pack_files(addition).items():
            # Places hold the name of the file; this key puts it behind the pack's, so that it is what comes second.
            parsed[f"{last}/{number:06}/{name}"] = _only_lists(tree, faults)
    return assembled(parsed)


def _only_lists(tree: Node | None, faults: tuple[Fault, ...]) -> Parsed:
    """The lists that an addition holds; it has no header and nothing else."""
    reader = NodeReader()
    if tree is None:
        return None, faults
    kept = []
    for entry in (entries := reader.mapping(tree, "a file of facts to add")):
        key = entry.key.text or ""
        if key in _LISTS:
            kept.append(entry)
        else:
            help_text = hint(key, _LISTS, "it holds `facts`, and `documents` that they cite")
            reader.note(entry.key, f"a file of facts to add has no {quote(key)}", help_text)
    if entries and not any(entry.key.text == "facts" for entry in entries):
        reader.note(tree, "this file adds no fact", "list what is to be added under `facts:`")
    if not isinstance(tree, Mapping):
        return None, (*faults, *reader.faults)
    return Mapping(tuple(kept), tree.place), (*faults, *reader.faults)
