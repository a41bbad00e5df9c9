"""A report without a format: headings, paragraphs, tables and nested lists. One writer a format renders it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `rank` 1 is the title."""

    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list, with the points below it."""

    text: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points."""

    items: tuple[Item, ...]


Block = Heading | Paragraph | Table | Listing


@dataclass(frozen=True, slots=True)
class Report:
    """The blocks in reading order."""

    blocks: tuple[Block, ...]
