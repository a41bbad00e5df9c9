"""A file with one criterion: where it stands in the framework, what it asks in plain words, and its rule."""

import re

from engine.loading.applicability import read_applies_when
from engine.loading.clauses import read_needs
from engine.loading.framework_file import Outline, criterion_id
from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node
from engine.loading.word_lists import WordReader
from engine.model.criterion import Criterion, Paragraph
from engine.model.fault import quote

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_criterion(words: WordReader, node: Node, outline: Outline | None) -> Criterion:
    """Read one criterion.

    `outline` is None where the framework file is at fault; the place in the framework is then not checked.
    """
    reader = words.reader
    required = ("id", "title", "asks", "reading", "source", "needs")
    values = reader.entries(node, "the file", required, ("applies_when",))
    written, theme, level = _placed(reader, values.get("id"), outline)
    return Criterion(
        id=written,
        theme=theme,
        level=level,
        title=reader.text(values.get("title"), "`title`"),
        asks=reader.text(values.get("asks"), "`asks`"),
        reading=reader.text(values.get("reading"), "`reading`"),
        source=_paragraph(reader, values.get("source")),
        needs=read_needs(words, values.get("needs"), written),
        applies_when=read_applies_when(reader, values.get("applies_when")),
    )


def _placed(reader: NodeReader, node: Node | None, outline: Outline | None) -> tuple[str, str, str]:
    """The id of the criterion, its theme and its level, checked against the file name and the published contents."""
    parsed = criterion_id(reader, node)
    if node is None or parsed is None:
        return "", "", ""
    theme_id, number, position = parsed
    written = f"{theme_id}.{number}.{position}"
    wanted = f"theme-{theme_id:0>2}/{written}.yaml"
    if "/".join(node.place.file.split("/")[-2:]) != wanted:
        reader.note(node, f"the criterion `{written}` stands in the wrong file", f"its file is `{wanted}`")
    if outline is None:
        return written, theme_id, ""
    if written in outline.retired:
        reader.note(node, f"the id `{written}` is retired", "take an id that was never used")
    theme = next((theme for theme in outline.themes if theme.id == theme_id), None)
    if theme is None:
        reader.note(node, f"the framework has no theme `{theme_id}`", "its themes are listed in `framework.yaml`")
    if number > len(outline.levels):
        reader.note(
            node, f"the framework has no level {number}", f"its levels are numbered from 1 to {len(outline.levels)}"
        )
    if theme is None or number > len(outline.levels):
        return written, theme_id, ""
    level = outline.levels[number - 1].id
    if position > theme.published[level]:
        help_text = f"`framework.yaml` counts {theme.published[level]} at this level of the theme"
        reader.note(node, f"the framework has no criterion `{written}`", help_text)
    return written, theme_id, level


def _paragraph(reader: NodeReader, node: Node | None) -> Paragraph:
    values = reader.entries(node, "`source`", ("paragraph", "sha256"))
    digest = reader.text(values.get("sha256"), "`sha256`")
    if digest and not _SHA256.fullmatch(digest):
        help_text = "write the SHA-256 of the paragraph as 64 of the characters 0 to 9 and a to f"
        reader.note(values["sha256"], f"{quote(digest)} is not a fingerprint", help_text)
    return Paragraph(reader.text(values.get("paragraph"), "`paragraph`"), digest)
