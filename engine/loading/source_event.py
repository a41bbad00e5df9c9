"""What a reader of YAML or JSON reports, in the order of the text, and the lines that give its places."""

import re
from enum import Enum
from typing import NamedTuple

from engine.model.fault import Place

_LINE_END = re.compile("\r\n|\r|\n")


class Shape(Enum):
    """What stands at a place of the text.

    A list and a mapping stand for their starts. An unreadable value, and a break from which the text cannot be read on,
    follow the fault that tells of them.
    """

    SCALAR = "scalar"
    SEQUENCE = "list"
    MAPPING = "mapping"
    END = "end"
    UNREADABLE = "unreadable value"
    BREAK = "break"


class Event(NamedTuple):
    """One step through the text. `text` and `quoted` belong to scalars; a text of None is a value left empty."""

    shape: Shape
    place: Place
    text: str | None = None
    quoted: bool = False


class SourceLines:
    """The text of one file in lines without their ends. `file` is the name as the user gave it."""

    __slots__ = ("file", "lines", "text")

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.text = text
        self.lines = _LINE_END.split(text)

    def place(self, line: int, column: int) -> Place:
        """Give the place at a line and a column that count from 0; past the text, the place of its end."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        return Place(self.file, line + 1, column + 1, self.lines[line])

    def character(self, line: int, column: int) -> str:
        """Give the character at a line and a column that count from 0; past a line or the text, nothing."""
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""
