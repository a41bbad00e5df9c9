"""JSON text as source events.

YAML is nearly, not wholly, a superset of JSON: its parser refuses surrogate pairs and long keys, and reads a missing
comma as text. So JSON has a reader of its own, strict in all but one thing: a tab may stand in a string.
"""

import json
import re
from collections.abc import Iterator
from enum import Enum

from engine.loading.source_event import Event, Shape, SourceLines
from engine.model.fault import Fault, Place, quote

# No token spans two lines. A character that fits no alternative is a space or a tab.
_TOKEN = re.compile(
    r"""
    (?P<sign>[\[\]{}:,])
    | (?P<string>"[^"\\]*+(?:\\.[^"\\]*+)*+")
    | (?P<unclosed>")
    | (?P<word>[^ \t\[\]{}:,"]++)
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_CONSTANTS = frozenset({"true", "false", "null"})
_OPENING = {"[": Shape.SEQUENCE, "{": Shape.MAPPING}


class _Expected(Enum):
    """What the grammar allows next, in the words of a message."""

    VALUE = "a value"
    FIRST_ITEM = "a value or `]`"
    MORE_ITEMS = "`,` or `]`"
    FIRST_KEY = "a key in double quotation marks or `}`"
    KEY = "a key in double quotation marks"
    COLON = "`:`"
    MORE_ENTRIES = "`,` or `}`"
    NOTHING = "the end of the file"


_BEFORE_VALUE = frozenset({_Expected.VALUE, _Expected.FIRST_ITEM})
_BEFORE_KEY = frozenset({_Expected.KEY, _Expected.FIRST_KEY})
_AFTER_SIGN = {
    (_Expected.MORE_ITEMS, ","): _Expected.VALUE,
    (_Expected.MORE_ENTRIES, ","): _Expected.KEY,
    (_Expected.COLON, ":"): _Expected.VALUE,
}
_CLOSING = frozenset(
    {
        (_Expected.FIRST_ITEM, "]"),
        (_Expected.MORE_ITEMS, "]"),
        (_Expected.FIRST_KEY, "}"),
        (_Expected.MORE_ENTRIES, "}"),
    }
)


def json_events(source: SourceLines) -> Iterator[Event | Fault]:
    """Step through JSON text, up to the first place that is not JSON. Numbers, `true` and `false` stay text."""
    grammar = _Grammar()
    for number, line in enumerate(source.lines):
        for token in _TOKEN.finditer(line):
            place = source.place(number, token.start())
            step = grammar.step(token, place)
            if step is not None:
                yield step
            if isinstance(step, Fault):
                yield Event(Shape.BREAK, place)
    if grammar.open:
        shape, place = grammar.open[-1]
        yield Fault(
            place,
            f"the {shape.value} that opens here is never closed",
            f"expected {grammar.expected.value} at the end of the file",
        )


class _Grammar:
    """How far the reader has come: what is open, and what may come next."""

    __slots__ = ("expected", "open")

    def __init__(self) -> None:
        self.expected = _Expected.VALUE
        self.open: list[tuple[Shape, Place]] = []

    def step(self, token: re.Match[str], place: Place) -> Event | Fault | None:
        """Take the next token: an event or a fault, or None for a sign that only separates."""
        if token.lastgroup == "sign":
            return self._sign(token.group(), place)
        if token.lastgroup == "unclosed":
            return Fault(
                place,
                "the quotation mark that opens here is not closed on this line",
                'close it; write a line end within text as `\\n`, and a quotation mark as `\\"`',
            )
        if token.lastgroup == "string":
            return self._string(token.group(), place)
        return self._word(token.group(), place)

    def _sign(self, sign: str, place: Place) -> Event | Fault | None:
        if sign in _OPENING and self.expected in _BEFORE_VALUE:
            self.open.append((_OPENING[sign], place))
            self.expected = _Expected.FIRST_ITEM if sign == "[" else _Expected.FIRST_KEY
            return Event(_OPENING[sign], place)
        if (self.expected, sign) in _CLOSING:
            self.open.pop()
            self._value_ended()
            return Event(Shape.END, place)
        if (self.expected, sign) in _AFTER_SIGN:
            self.expected = _AFTER_SIGN[self.expected, sign]
            return None
        return self._unexpected(sign, place)

    def _string(self, literal: str, place: Place) -> Event | Fault:
        if self.expected in _BEFORE_KEY:
            self.expected = _Expected.COLON
        elif self.expected in _BEFORE_VALUE:
            self._value_ended()
        else:
            return self._unexpected(literal, place)
        try:
            return Event(Shape.SCALAR, place, json.loads(literal, strict=False), quoted=True)
        except json.JSONDecodeError as error:
            # The decoder points at the backslash, or within the digits after it.
            backslash = literal.rindex("\\", 0, error.pos + 1)
            return Fault(
                Place(place.file, place.line, place.column + backslash, place.text_line),
                "a backslash begins an escape, and this one does not exist",
                "write the backslash twice",
            )

    def _word(self, word: str, place: Place) -> Event | Fault:
        if self.expected not in _BEFORE_VALUE:
            return self._unexpected(word, place)
        if word not in _CONSTANTS and not _NUMBER.fullmatch(word):
            return Fault(
                place,
                f"{quote(word)} is not a JSON value",
                "put text in double quotation marks; without them stand only numbers, `true`, `false` and `null`",
            )
        self._value_ended()
        return Event(Shape.SCALAR, place, None if word == "null" else word)

    def _value_ended(self) -> None:
        if not self.open:
            self.expected = _Expected.NOTHING
        elif self.open[-1][0] is Shape.SEQUENCE:
            self.expected = _Expected.MORE_ITEMS
        else:
            self.expected = _Expected.MORE_ENTRIES

    def _unexpected(self, found: str, place: Place) -> Fault:
        return Fault(
            place,
            f"expected {self.expected.value}, found {quote(found)}",
            "check the commas, quotation marks and brackets just before it",
        )
