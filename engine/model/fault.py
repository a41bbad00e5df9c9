"""Faults in source files: where they are, what they are, and how they are told to the person who must act."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

_EXCERPT_WIDTH = 100
_QUOTE_LENGTH = 60
_TAB = "    "
_CUT = "..."
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMBINING = frozenset({"Mn", "Me"})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source file.

    `file` is the name as the user gave it. `line` and `column` count characters from 1; line 0 means the file as a
    whole. `text_line` is the source line without its end, where there is one; it takes no part in comparison.
    """

    file: str
    line: int
    column: int
    text_line: str | None = field(default=None, compare=False, repr=False)

    @classmethod
    def whole(cls, file: str) -> "Place":
        """Give the place that means the file as a whole."""
        return cls(file, 0, 0)

    def __str__(self) -> str:
        name = visible(self.file)
        return f"{name}:{self.line}:{self.column}" if self.line else name


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a source file: where, what (no capital, no final stop) and what to do next."""

    place: Place
    message: str
    help: str | None = None

    def __lt__(self, other: "Fault") -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[Place, str, str]:
        return self.place, self.message, self.help or ""


class InvalidSource(Exception):  # noqa: N818  the name says what is wrong, not that Python failed
    """Source files that cannot be used. `faults` holds at least one fault, sorted, each once."""

    faults: tuple[Fault, ...]

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        if not self.faults:
            raise ValueError("an invalid source needs at least one fault")
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(describe(fault) for fault in self.faults)


class InvalidPack(InvalidSource):
    """A pack of evidence that cannot be read or breaks its types."""


class InvalidFramework(InvalidSource):
    """Rule files that cannot be read or do not make a sound framework."""


def describe(fault: Fault) -> str:
    """Tell a fault in up to four lines, without a final line end: place and message, source line, caret, help.

    The source line and caret are left out where there is no source line or an empty one; the help where there is none.
    Characters that a terminal would not show or would obey are written as escapes, in the user's words too.
    """
    lines = [f"{fault.place}: {visible(fault.message)}"]
    if fault.place.text_line:
        lines += _excerpt(fault.place.text_line, fault.place.column)
    if fault.help is not None:
        lines.append(f"help: {visible(fault.help)}")
    return "\n".join(lines)


def quote(text: str) -> str:
    """Put the user's own words in backticks for a message, on one line, shortened past 60 characters."""
    shown = text if len(text) <= _QUOTE_LENGTH else text[: _QUOTE_LENGTH - len(_CUT)] + _CUT
    return f"`{visible(shown)}`"


def visible(text: str) -> str:
    """Give the text on one line, with each control, format or lone surrogate character written as its escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    return character.encode("unicode_escape").decode("ascii")


def _excerpt(line: str, column: int) -> list[str]:
    """Cut the source line around the column to at most 100 columns of terminal, with the caret line below it."""
    caret = max(column - 1, 0)
    before = [_cell(character) for character in line[max(caret - _EXCERPT_WIDTH, 0) : caret]]
    after = [_cell(character) for character in line[caret : caret + _EXCERPT_WIDTH]]
    if len(line) > len(before) + len(after) or _width(before) + _width(after) > _EXCERPT_WIDTH:
        before = _cut(before[::-1], _EXCERPT_WIDTH // 2, more=caret > len(before))[::-1]
        after = _cut(after, _EXCERPT_WIDTH - _width(before), more=len(line) > caret + len(after))
    return ["".join(before + after).rstrip(), " " * _width(before) + "^"]


def _cut(cells: list[str], room: int, *, more: bool) -> list[str]:
    """As many leading cells as the room has columns for, closed by a mark where some are left off."""
    if not more and _width(cells) <= room:
        return cells
    kept: list[str] = []
    room -= len(_CUT)
    for cell in cells:
        room -= _width([cell])
        if room < 0:
            break
        kept.append(cell)
    return [*kept, _CUT]


def _cell(character: str) -> str:
    return _TAB if character == "\t" else _shown(character)


def _width(cells: list[str]) -> int:
    """How many columns of a terminal the cells take."""
    return sum(_columns(character) for cell in cells for character in cell)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _COMBINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
