"""What a pack says of its framework, checked against that framework: themes, sections, levels and criteria it names."""

import re

from engine.loading.node_reader import NodeReader
from engine.loading.pack_records import value_of
from engine.loading.packs import LoadedPack
from engine.loading.source_text import Node, Scalar, Sequence
from engine.loading.spelling import hint
from engine.model.fault import Fault, quote
from engine.model.framework import Framework
from evidence_schemas.disputes import Dispute

_CRITERION = re.compile(r"([0-9]+)\.([0-9])\.([0-9]+)")


def faults_against(loaded: LoadedPack, framework: Framework) -> tuple[Fault, ...]:
    """Everything that the pack names and the framework does not have, sorted.

    A pack that is written for another framework is one fault, since nothing else in it can then be judged.
    """
    reader = NodeReader()
    if loaded.pack.framework != framework.id:
        message = f"the pack is written for {quote(loaded.pack.framework)}, not for `{framework.id}`"
        help_text = f"name the framework of the pack, or write `framework: {framework.id}` and check its claims"
        reader.note(value_of(loaded.header, "framework") or loaded.header, message, help_text)
        return tuple(reader.faults)
    for claim in loaded.claims:
        reader.known(value_of(claim, "theme"), "theme", [theme.id for theme in framework.themes])
        reader.known(value_of(claim, "section"), "section", [section.id for section in framework.sections])
        reader.known(value_of(claim, "level"), "level", [level.id for level in framework.levels])
    for fact in loaded.pack.facts:
        if isinstance(fact, Dispute):
            _note_unknown_criteria(reader, value_of(loaded.facts[fact.id], "disputes"), framework)
    return tuple(sorted(set(reader.faults)))


def _note_unknown_criteria(reader: NodeReader, disputes: Node | None, framework: Framework) -> None:
    for item in disputes.items if isinstance(disputes, Sequence) else ():
        if not isinstance(item, Scalar) or item.text is None or not _CRITERION.fullmatch(item.text):
            continue
        if item.text in framework.retired:
            message = f"the criterion {quote(item.text)} is no longer in the framework"
            reader.note(item, message, "dispute a criterion that is, or take it out")
        elif item.text not in framework.by_id and not _is_published(item.text, framework):
            help_text = hint(item.text, framework.by_id, "`spiritlevel rules list` lists the criteria")
            reader.note(item, f"unknown criterion {quote(item.text)}", help_text)


def _is_published(criterion_id: str, framework: Framework) -> bool:
    """Whether the published text has the criterion, be it encoded or not."""
    theme_id, level, position = criterion_id.split(".")
    theme = next((theme for theme in framework.themes if theme.id == theme_id), None)
    if theme is None or not 1 <= int(level) <= len(framework.levels):
        return False
    return 1 <= int(position) <= theme.published.get(framework.levels[int(level) - 1].id, 0)
