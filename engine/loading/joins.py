"""Joins between clauses of a criterion: `call_it` names the fact that a clause finds, `about` refers to it later."""

import re
from dataclasses import dataclass

from engine.loading.node_reader import NodeReader, Word
from engine.loading.source_text import Node, Sequence
from engine.loading.spelling import hint, in_backticks
from engine.model.condition import ProfileCondition
from engine.model.fault import quote
from evidence_schemas.catalogue import FactType

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a name is given, to a fact of which type (None: unknown), and when its clause applies."""

    at: Word
    kind: FactType | None
    applies_when: ProfileCondition | None


class Joins:
    """The names given so far. `alternatives` is the word under which clauses stand that cannot be joined, else None."""

    def __init__(self, reader: NodeReader, alternatives: str | None) -> None:
        self._reader = reader
        self._alternatives = alternatives
        self._named: dict[str, _Named] = {}
        self._used: set[str] = set()
        self._unresolved: list[Word] = []

    def name(
        self, node: Node | None, kind: FactType | None, applies_when: ProfileCondition | None, *, one_fact: bool
    ) -> str | None:
        """Read `call_it`. Only a clause that asks for one fact can be named."""
        name = self._reader.word(node, "`call_it`")
        if name is None:
            return None
        if not _NAME.fullmatch(name.text):
            self._reader.note(
                name, f"{quote(name.text)} cannot be a name", "write small letters, digits and `_`, a letter first"
            )
        if not one_fact:
            message = "a clause with `each` or a `count` over 1 finds several facts and cannot be named"
            self._reader.note(name, message, "take `call_it` out, or write the facts as clauses of their own")
        if name.text in self._named:
            earlier = self._named[name.text].at.place
            self._reader.note(name, f"{quote(name.text)} is named twice", f"it is named at {earlier} already")
        self._named[name.text] = _Named(name, kind, applies_when)
        return name.text

    def about(self, node: Node | None, kind: FactType | None, applies_when: ProfileCondition | None) -> tuple[str, ...]:
        """Read `about`: the names of earlier clauses that the fact must refer to."""
        if node is None:
            return ()
        if self._alternatives is not None:
            message = f"clauses under `{self._alternatives}` cannot be joined"
            self._reader.note(node, message, "join clauses under `all`, or put what is asked into one clause")
        elif kind is not None and kind.about is None:
            self._reader.note(
                node, f"`{kind.kind}` refers to no other fact", "take `about` out, or ask for another fact type"
            )
        names: dict[str, Word] = {}
        for item in self._reader.items(node, "`about`") if isinstance(node, Sequence) else (node,):
            name = self._reader.word(item, "`about`", "a name")
            if name is not None and name.text in names:
                self._reader.note(name, f"{quote(name.text)} stands twice in `about`")
            elif name is not None:
                names[name.text] = name
        for name in names.values():
            self._join(name, kind, applies_when)
        return tuple(names)

    def close(self) -> None:
        """Note the names that nothing is about, and what is about nothing that was named before it."""
        for name in self._unresolved:
            named = self._named.get(name.text)
            if named is None:
                help_text = hint(name.text, self._named, f"give an earlier clause `call_it: {name.text}`")
                self._reader.note(name, f"nothing is called {quote(name.text)}", help_text)
            else:
                help_text = f"it is named at {named.at.place}; put that clause first"
                self._reader.note(name, f"{quote(name.text)} is not named by an earlier clause", help_text)
        misspelt = any(name.text not in self._named for name in self._unresolved)
        for text, named in self._named.items():
            if text not in self._used and not misspelt:
                help_text = "join a later clause to it with `about`, or take `call_it` out"
                self._reader.note(named.at, f"{quote(text)} is named but nothing is about it", help_text)

    def _join(self, name: Word, kind: FactType | None, applies_when: ProfileCondition | None) -> None:
        self._used.add(name.text)
        named = self._named.get(name.text)
        if self._alternatives is not None:
            return
        if named is None:
            self._unresolved.append(name)
            return
        if kind is not None and kind.about and named.kind is not None and named.kind.kind not in kind.about:
            help_text = f"it may refer to {in_backticks(kind.about)}"
            self._reader.note(name, f"`{kind.kind}` cannot be about `{named.kind.kind}`", help_text)
        if named.applies_when not in {None, applies_when}:
            message = (
                f"{quote(name.text)} is found only where its clause applies, and this clause applies elsewhere too"
            )
            self._reader.note(name, message, "give both clauses the same `applies_when`")
