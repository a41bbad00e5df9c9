"""Taking values out of source nodes, with a note of every fault on the way.

Where a value is wrong its fault is noted and a stand-in comes back, so that reading goes on and one run finds
everything. Whoever reads must look at `faults` before anything made from the values is used.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from engine.loading.source_text import Entry, Mapping, Node, Scalar, Sequence
from engine.loading.spelling import hint
from engine.model.fault import Fault, Place, quote

_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_AMOUNT = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Word:
    """A single value as it is written, and its place."""

    text: str
    place: Place


class NodeReader:
    """Reads nodes. A node of None is a key that is not there: `entries` has noted that where the key is required.

    `what` is how a message calls the value, such as "`title`" or "the file".
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def note(self, at: Node | Word | Place, message: str, help_text: str | None = None) -> None:
        """Note a fault at a place, or at the place of a node or a word."""
        self.faults.append(Fault(at if isinstance(at, Place) else at.place, message, help_text))

    def unknown(
        self, at: Node | Word, what: str, word: str, known: Collection[str], otherwise: str | None = None
    ) -> None:
        """Note that a word is none of the known ones. `otherwise` helps where they are too many to list."""
        self.note(at, f"unknown {what} {quote(word)}", hint(word, known, otherwise))

    def mapping(self, node: Node | None, what: str) -> tuple[Entry, ...]:
        """The entries of a mapping, of which there must be one."""
        if isinstance(node, Mapping):
            if not node.entries:
                self.note(node, f"{what} is empty", "fill it, or take it out")
            return node.entries
        if node is not None:
            self.note(node, f"{what} must be keys with values, found {found(node)}")
        return ()

    def entries(
        self, node: Node | None, what: str, required: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> dict[str, Node]:
        """The values of a mapping by key; unknown keys and missing ones are faults."""
        allowed = (*required, *optional)
        entries = self.mapping(node, what)
        values = {entry.key.text or "": entry.value for entry in entries}
        for entry in entries:
            if entry.key.text not in allowed:
                key = entry.key.text or ""
                self.note(entry.key, f"unknown key {quote(key)} in {what}", hint(key, allowed))
        for key in required:
            if node is not None and entries and key not in values:
                self.note(node, f"{what} lacks `{key}`")
        return values

    def items(self, node: Node | None, what: str, least: int = 1) -> tuple[Node, ...]:
        """The items of a list, of which there must be at least 1 or 0."""
        if isinstance(node, Sequence):
            if len(node.items) < least:
                self.note(node, f"{what} is empty", "fill it, or take it out")
            return node.items
        if node is not None:
            help_text = f"write `[{node.text}]`" if isinstance(node, Scalar) and node.text else None
            self.note(node, f"{what} must be a list, found {found(node)}", help_text)
        return ()

    def word(self, node: Node | None, what: str, wanted: str = "a single value") -> Word | None:
        """Any single value as it is written, or None."""
        if isinstance(node, Scalar) and node.text is not None:
            return Word(node.text, node.place)
        if node is not None:
            self.note(node, f"{what} must be {wanted}, found {found(node)}")
        return None

    def text(self, node: Node | None, what: str) -> str:
        """A text that is not empty, without white space around it."""
        word = self.word(node, what, "text")
        if word is not None and not word.text.strip():
            self.note(word, f"{what} is empty")
        return word.text.strip() if word is not None else ""

    def known(self, node: Node | None, what: str, known: Collection[str], otherwise: str | None = None) -> str | None:
        """One of the known words, or None. `otherwise` helps where they are too many to list."""
        word = self.word(node, what)
        if word is None:
            return None
        if word.text not in known:
            self.unknown(word, what, word.text, known, otherwise)
            return None
        return word.text

    def whole_number(self, node: Node | None, what: str, least: int = 0) -> int:
        """A whole number that is not below `least`."""
        word = self.word(node, what, "a whole number")
        if word is None:
            return least
        if not _WHOLE_NUMBER.fullmatch(word.text):
            self.note(
                word, f"{what} must be a whole number, found {quote(word.text)}", "write it in digits, such as `2`"
            )
            return least
        if int(word.text) < least:
            self.note(word, f"{what} must be at least {least}, found {quote(word.text)}")
        return int(word.text)

    def amount(self, node: Node | None, what: str) -> Decimal:
        """A number with or without decimals."""
        word = self.word(node, what, "a number")
        if word is not None and _AMOUNT.fullmatch(word.text):
            return Decimal(word.text)
        if word is not None:
            self.note(
                word, f"{what} must be a number, found {quote(word.text)}", "write it in digits, such as `12` or `0.5`"
            )
        return Decimal(0)


def found(node: Node) -> str:
    """What stands there, for the end of a message."""
    match node:
        case Mapping():
            return "keys with values"
        case Sequence():
            return "a list"
        case _:
            return "nothing" if node.text is None else quote(node.text)
