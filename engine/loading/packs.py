"""Evidence packs: files to one checked value, every fault of every file reported in one run."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.loading.node_reader import NodeReader
from engine.loading.pack_digest import pack_digest
from engine.loading.pack_files import Parsed, read_pack_files
from engine.loading.pack_layout import lay_out
from engine.loading.pack_records import PackRecords, Record, ValueT, read_records
from engine.loading.pack_references import note_dangling, note_duplicates
from engine.loading.replacements import note_unsound_replacements
from engine.loading.resolutions import note_contradicting_resolutions
from engine.loading.source_text import Node, parse
from engine.model.fault import InvalidPack
from evidence_schemas.pack import EvidencePack


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack with the nodes that it was read from, which know their places.

    `documents` and `facts` are by id; `claims` and `not_held` are in the order of the pack's.
    """

    pack: EvidencePack
    header: Node
    documents: Mapping[str, Node]
    facts: Mapping[str, Node]
    claims: tuple[Node, ...]
    not_held: tuple[Node, ...]


def load_pack(path: Path) -> LoadedPack:
    """The pack in a YAML or JSON file, or in the files of these types that lie directly in a folder.

    Files are called by their names within the given path. Raises InvalidPack with every fault of every file.
    """
    return assembled(read_pack_files(path))


def read_pack(files: Mapping[str, bytes]) -> LoadedPack:
    """The pack that these files make, by their names; at least one. Raises InvalidPack with every fault of all."""
    return assembled({name: parse(data, name) for name, data in files.items()})


def assembled(parsed: Mapping[str, Parsed]) -> LoadedPack:
    """The pack that parsed files make, by names that differ. Raises InvalidPack with every fault of all."""
    reader = NodeReader()
    reader.faults.extend(fault for _, faults in parsed.values() for fault in faults)
    layout = lay_out(reader, {name: tree for name, (tree, _) in parsed.items()})
    records = read_records(reader, layout)
    note_duplicates(reader, records)
    if layout.is_whole:
        note_dangling(reader, records)
    note_unsound_replacements(reader, records)
    note_contradicting_resolutions(reader, records)
    if reader.faults:
        raise InvalidPack(reader.faults)
    return _loaded(records)


def _loaded(records: PackRecords) -> LoadedPack:
    """The pack that faultless records make."""
    header = records.header
    if header is None or header.value is None:
        raise AssertionError("records without faults have a header")
    documents = _in_order(records.documents, lambda document: (document.id,))
    facts = _in_order(records.facts, lambda fact: (fact.id,))
    claims = _in_order(records.claims, lambda claim: (claim.theme or "", claim.section or ""))
    not_held = _in_order(records.not_held, lambda absence: (absence.kind, absence.reason))
    undigested = EvidencePack(
        organisation=header.value.organisation,
        framework=header.value.framework,
        as_at=records.as_at,
        profile=header.value.profile,
        documents=tuple(value for value, _ in documents),
        facts=tuple(value for value, _ in facts),
        claims=tuple(value for value, _ in claims),
        not_held=tuple(value for value, _ in not_held),
        digest="",
    )
    return LoadedPack(
        pack=dataclasses.replace(undigested, digest=pack_digest(undigested)),
        header=header.node,
        documents={document.id: node for document, node in documents},
        facts={fact.id: node for fact, node in facts},
        claims=tuple(node for _, node in claims),
        not_held=tuple(node for _, node in not_held),
    )


def _in_order(records: Iterable[Record[ValueT]], key: Callable[[ValueT], tuple[str, ...]]) -> list[tuple[ValueT, Node]]:
    pairs = ((record.value, record.node) for record in records)
    return sorted(((value, node) for value, node in pairs if value is not None), key=lambda pair: key(pair[0]))
