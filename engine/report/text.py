"""Plain text, at most 80 columns wide, the same on a terminal and in a file."""

import textwrap
from collections.abc import Iterator, Sequence

from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table

WIDTH = 80
_INDENT = "  "
_GUTTER = "  "
_RULES = {1: "=", 2: "-"}


def text(report: Report) -> str:
    """Render a report; ends with a line end."""
    return "\n\n".join("\n".join(_block(block)) for block in report.blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(rank, words):
            lines = _wrapped(words, "", "")
            yield from lines
            if rank in _RULES:
                yield _RULES[rank] * max(len(line) for line in lines)
        case Paragraph(words):
            yield from _wrapped(words, "", "")
        case Table():
            yield from _table(block)
        case Listing(items):
            for item in items:
                yield from _item(item, 0)


def _item(item: Item, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    yield from _wrapped(item.text, f"{indent}- ", f"{indent}  ")
    for below in item.items:
        yield from _item(below, depth + 1)


def _wrapped(words: str, first: str, later: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [first]


def _table(table: Table) -> Iterator[str]:
    """Columns as wide as their cells; the widest one gives way, and its cells are wrapped."""
    widths = _widths([table.columns, *table.rows])
    yield from _row(table.columns, widths)
    yield _GUTTER.join("-" * width for width in widths)
    for row in table.rows:
        yield from _row(row, widths)


def _widths(rows: Sequence[tuple[str, ...]]) -> list[int]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    excess = sum(widths) + len(_GUTTER) * (len(widths) - 1) - WIDTH
    while excess > 0:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        excess -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [
        textwrap.wrap(cell, width, subsequent_indent="   ", break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for line in range(max(map(len, columns))):
        parts = [column[line] if line < len(column) else "" for column in columns]
        yield _GUTTER.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
