"""The catalogue of published paragraphs: which there are, and the fingerprint of each, without their wording.

`catalogue.json` in the folder of a framework has `edition` and `paragraphs` (id to `level` and `sha256`). The text of
an edition comes as JSON with a list `criteria` of `id`, `level` and `text`.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node, read
from engine.model.fault import InvalidFramework

CATALOGUE_FILE = "catalogue.json"

_FOLDED = str.maketrans(
    {**dict.fromkeys("\u2018\u2019\u201a\u201b", "'"), **dict.fromkeys("\u201c\u201d\u201e\u201f", '"')}
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class PublishedParagraph:
    """One paragraph of an edition: the id of its level, and the fingerprint of its text."""

    level: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every paragraph of an edition, by criterion id."""

    edition: str
    paragraphs: Mapping[str, PublishedParagraph]


def fingerprint(text: str) -> str:
    """The SHA-256, in hex, of a text without regard to case, white space, and the form of quotes and dashes."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", text).translate(_FOLDED))
    return hashlib.sha256(" ".join(folded.split()).lower().encode()).hexdigest()


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in the folder of a framework; raises InvalidFramework with every fault of the file."""
    reader, node = _opened(folder / CATALOGUE_FILE, f"{folder.name}/{CATALOGUE_FILE}")
    values = reader.entries(node, "the file", ("edition", "paragraphs"))
    paragraphs = {}
    for entry in reader.mapping(values.get("paragraphs"), "`paragraphs`"):
        stated = reader.entries(entry.value, "the paragraph", ("level", "sha256"))
        level, sha256 = reader.text(stated.get("level"), "`level`"), reader.text(stated.get("sha256"), "`sha256`")
        paragraphs[entry.key.text or ""] = PublishedParagraph(level, sha256)
    return _finished(reader, Catalogue(reader.text(values.get("edition"), "`edition`"), paragraphs))


def load_edition(path: Path) -> Catalogue:
    """The catalogue of another edition, made from its text; raises InvalidFramework with every fault of the file."""
    reader, node = _opened(path, path.name)
    values = {entry.key.text: entry.value for entry in reader.mapping(node, "the file")}
    paragraphs = {}
    for item in reader.items(values.get("criteria"), "`criteria`"):
        stated = {entry.key.text: entry.value for entry in reader.mapping(item, "the criterion")}
        id_ = reader.text(stated.get("id"), "`id`")
        if id_ in paragraphs:
            reader.note(item, f"the criterion `{id_}` is given twice", "keep one of them")
        level = reader.text(stated.get("level"), "`level`").lower()
        paragraphs[id_] = PublishedParagraph(level, fingerprint(reader.text(stated.get("text"), "`text`")))
    if node is not None and "criteria" not in values:
        reader.note(node, "the file lacks `criteria`", "give a list of criteria with `id`, `level` and `text`")
    source = values.get("source")
    return _finished(reader, Catalogue(reader.text(source, "`source`") if source else path.name, paragraphs))


def _opened(path: Path, file: str) -> tuple[NodeReader, Node | None]:
    node, faults = read(path, file)
    reader = NodeReader()
    reader.faults.extend(faults)
    return reader, node


def _finished(reader: NodeReader, catalogue: Catalogue) -> Catalogue:
    if reader.faults:
        raise InvalidFramework(reader.faults)
    return catalogue
