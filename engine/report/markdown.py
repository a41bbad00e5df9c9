"""Markdown (CommonMark with tables), one line a paragraph so that a change shows as the line that changed."""

import re
from collections.abc import Iterator

from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table

_SPECIAL = re.compile(r"([\\*_\[\]<>|#~])")
_CODE = re.compile(r"(`[^`]*`)")


def markdown(report: Report) -> str:
    """Render a report; ends with a line end."""
    return "\n\n".join("\n".join(_block(block)) for block in report.blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(rank, words):
            yield f"{'#' * rank} {_escaped(words)}"
        case Paragraph(words):
            yield _escaped(words)
        case Table(columns, rows):
            yield _row(columns)
            yield _row(tuple("---" for _ in columns))
            yield from (_row(tuple(_escaped(cell) for cell in row)) for row in rows)
        case Listing(items):
            for item in items:
                yield from _item(item, "")


def _item(item: Item, indent: str) -> Iterator[str]:
    yield f"{indent}- {_escaped(item.text)}"
    for below in item.items:
        yield from _item(below, f"{indent}  ")


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    """The words as they are, whatever Markdown would make of them; what stands in backticks stays code."""
    parts = _CODE.split(words)
    return "".join(part if _CODE.fullmatch(part) else _SPECIAL.sub(r"\\\1", part) for part in parts)
