"""Resolutions that contradict one another: a dispute is settled for one side."""

from collections import defaultdict

from engine.loading.node_reader import NodeReader, Word
from engine.loading.pack_records import PackRecords, text_of
from engine.loading.pack_references import by_id, kind_of, references
from engine.model.fault import quote


def note_contradicting_resolutions(reader: NodeReader, records: PackRecords) -> None:
    """Note resolutions of one dispute that take different sides, where no other resolution replaces either."""
    resolutions = {name: record for name, record in by_id(records.facts).items() if kind_of(record) == "resolution"}
    replaced = {at.text for record in resolutions.values() for at in references(record, "replaces")}
    settled: dict[str, list[tuple[Word, str, str]]] = defaultdict(list)
    for name, record in sorted(resolutions.items()):
        side = text_of(record.node, "side")
        if name not in replaced and side is not None:
            for at in references(record, "about"):
                settled[at.text].append((at, name, side))
    for dispute, settlements in settled.items():
        _, first, side_of_first = settlements[0]
        for at, name, side in settlements[1:]:
            if side != side_of_first:
                message = f"{quote(name)} settles {quote(dispute)} for the other side than {quote(first)} does"
                help_text = "name the earlier resolution under `replaces` of the later one, or take one out"
                reader.note(at, message, help_text)
