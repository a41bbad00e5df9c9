"""The file `framework.yaml`: levels, sections, themes, retired ids and named lists of one framework."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node, find
from engine.loading.word_lists import WordList, read_word_lists
from engine.model.fault import quote
from engine.model.framework import Level, Progression, Section, Theme, Unread

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_THEME_ID = re.compile(r"[1-9][0-9]?")
_CRITERION_ID = re.compile(r"([1-9][0-9]?)\.([1-9])\.([1-9][0-9]?)")


@dataclass(frozen=True, slots=True)
class Outline:
    """A framework without its criteria."""

    id: str
    edition: str
    name: str
    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...]
    retired: tuple[str, ...]
    progressions: tuple[Progression, ...]
    same_rule: tuple[tuple[str, ...], ...]
    unread: tuple[Unread, ...]
    lists: Mapping[str, WordList]


def read_outline(reader: NodeReader, node: Node, folder: str) -> Outline:
    """Read a framework file. `folder` is the name of the folder that it stands in, empty where that is not known."""
    required = ("id", "edition", "name", "levels", "sections", "themes")
    values = reader.entries(node, "the file", required, ("retired", "progressions", "same_rule", "unread", "lists"))
    framework_id = _identifier(reader, values.get("id"), ())
    if folder and framework_id not in {folder, ""}:
        message = f"the framework {quote(framework_id)} stands in the folder {quote(folder)}"
        reader.note(values["id"], message, "give both the same name")
    levels = _levels(reader, values.get("levels"))
    sections = _sections(reader, values.get("sections"))
    return Outline(
        id=framework_id,
        edition=reader.text(values.get("edition"), "`edition`"),
        name=reader.text(values.get("name"), "`name`"),
        levels=levels,
        sections=sections,
        themes=_themes(reader, values, levels, sections),
        retired=_criterion_ids(reader, values.get("retired"), "`retired`"),
        progressions=_progressions(reader, values.get("progressions")),
        same_rule=tuple(
            _criterion_ids(reader, item, "each member of `same_rule`")
            for item in reader.items(values.get("same_rule"), "`same_rule`", least=0)
        ),
        unread=_unread(reader, values.get("unread")),
        lists=read_word_lists(reader, values.get("lists")),
    )


def criterion_id(reader: NodeReader, node: Node | None) -> tuple[str, int, int] | None:
    """The theme, the number of the level and the position that make the id of a criterion; None where it is no id."""
    written = reader.word(node, "`id`")
    if written is None:
        return None
    match = _CRITERION_ID.fullmatch(written.text)
    if match is None:
        help_text = "write theme, level and position, such as `3.1.4`; levels are numbered from 1"
        reader.note(written, f"{quote(written.text)} is not the id of a criterion", help_text)
        return None
    theme, level, position = match.groups()
    return theme, int(level), int(position)


def _identifier(reader: NodeReader, node: Node | None, taken: Collection[str], pattern: re.Pattern[str] = _ID) -> str:
    """An id that is not taken yet."""
    written = reader.word(node, "`id`")
    if written is None:
        return ""
    if not pattern.fullmatch(written.text):
        help_text = (
            "number the themes from `1` to `99`" if pattern is _THEME_ID else "write letters, digits, `-` and `_`"
        )
        reader.note(written, f"{quote(written.text)} cannot be an id", help_text)
    if written.text in taken:
        reader.note(written, f"the id {quote(written.text)} is given twice")
    return written.text


def _levels(reader: NodeReader, node: Node | None) -> tuple[Level, ...]:
    """The levels from the lowest to the highest; each but the lowest requires the one before it."""
    levels: list[Level] = []
    for item in reader.items(node, "`levels`"):
        below = levels[-1].id if levels else None
        required = ("id", "name", "requires") if levels else ("id", "name")
        values = reader.entries(item, "the level", required, ("requires",))
        level_id = _identifier(reader, values.get("id"), {level.id for level in levels})
        levels.append(Level(level_id, reader.text(values.get("name"), "`name`"), below))
        written = reader.word(values.get("requires"), "`requires`")
        if written is None or below == "":
            continue
        if written.text != below:
            message = f"the level {quote(level_id)} cannot require {quote(written.text)}"
            advice = f"write `{below}`" if below is not None else "take it out"
            order = "levels are listed from the lowest, and each requires the one before it"
            reader.note(written, message, f"{advice}: {order}")
    return tuple(levels)


def _sections(reader: NodeReader, node: Node | None) -> tuple[Section, ...]:
    sections: list[Section] = []
    for item in reader.items(node, "`sections`"):
        values = reader.entries(item, "the section", ("id", "name"))
        section_id = _identifier(reader, values.get("id"), {section.id for section in sections})
        sections.append(Section(section_id, reader.text(values.get("name"), "`name`")))
    return tuple(sections)


def _themes(
    reader: NodeReader, framework: Mapping[str, Node], levels: tuple[Level, ...], sections: tuple[Section, ...]
) -> tuple[Theme, ...]:
    """The themes, each in a section, and no section without one."""
    themes: list[Theme] = []
    section_ids = [section.id for section in sections]
    for item in reader.items(framework.get("themes"), "`themes`"):
        values = reader.entries(item, "the theme", ("id", "name", "section", "published"))
        theme_id = _identifier(reader, values.get("id"), {theme.id for theme in themes}, _THEME_ID)
        name = reader.text(values.get("name"), "`name`")
        section = reader.word(values.get("section"), "`section`")
        if section is not None and section_ids and section.text not in section_ids:
            reader.unknown(section, "section", section.text, section_ids)
        published = _published(reader, values.get("published"), levels)
        themes.append(Theme(theme_id, name, section.text if section is not None else "", published))
    for index, section_id in enumerate(section_ids):
        if themes and section_id and section_id not in {theme.section for theme in themes}:
            at = find(framework["sections"], (index, "id"))
            reader.note(at, f"the section {quote(section_id)} has no theme", "give it one, or take it out")
    return tuple(themes)


def _published(reader: NodeReader, node: Node | None, levels: tuple[Level, ...]) -> Mapping[str, int]:
    """How many criteria the published text has at each level."""
    ids = tuple(level.id for level in levels if level.id)
    if len(ids) < len(levels) or not ids:
        return {}
    values = reader.entries(node, "`published`", ids)
    return {level: reader.whole_number(value, f"`{level}`") for level, value in values.items()}


def _criterion_ids(reader: NodeReader, node: Node | None, what: str) -> tuple[str, ...]:
    """A list of ids of criteria, in the order of the file."""
    return tuple(id_ for item in reader.items(node, what, least=0) if (id_ := _criterion_id(reader, item)))


def _criterion_id(reader: NodeReader, node: Node | None) -> str:
    parsed = criterion_id(reader, node)
    return ".".join(str(part) for part in parsed) if parsed is not None else ""


def _progressions(reader: NodeReader, node: Node | None) -> tuple[Progression, ...]:
    """Pairs of criteria of which the later asks for more of the same thing."""
    pairs = [
        reader.entries(item, "the progression", ("earlier", "later"))
        for item in reader.items(node, "`progressions`", least=0)
    ]
    return tuple(
        Progression(_criterion_id(reader, pair.get("earlier")), _criterion_id(reader, pair.get("later")))
        for pair in pairs
    )


def _unread(reader: NodeReader, node: Node | None) -> tuple[Unread, ...]:
    """What no rule reads, in groups that share a reason."""
    unread: list[Unread] = []
    for item in reader.items(node, "`unread`", least=0):
        values = reader.entries(item, "the group", ("reason", "names"))
        reason = reader.text(values.get("reason"), "`reason`")
        unread.extend(
            Unread(reader.text(name, "each member of `names`"), reason)
            for name in reader.items(values.get("names"), "`names`")
        )
    return tuple(unread)
