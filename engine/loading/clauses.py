"""What `needs` of a criterion says: how its clauses combine, and what each asks of which facts."""

import string
from collections.abc import Mapping

from engine.loading.applicability import read_applies_when
from engine.loading.conditions import ConditionReader
from engine.loading.joins import Joins
from engine.loading.source_text import Entry, Node
from engine.loading.source_text import Mapping as MappingNode
from engine.loading.word_lists import WordReader
from engine.model.criterion import Clause, Needs, Part
from engine.model.fault import quote
from evidence_schemas.catalogue import FactType, fact_types

_COMBINE = ("all", "any", "at_least")
_OPTIONAL = ("call_it", "about", "count", "each", "where", "applies_when")


def read_needs(words: WordReader, node: Node | None, criterion_id: str) -> Needs:
    """One clause without a letter, or a list of clauses under `all`, `any` or `at_least`."""
    entries = words.reader.mapping(node, "`needs`")
    combining = next((entry for entry in entries if entry.key.text in _COMBINE), None)
    if combining is None:
        only = ClauseReader(words, criterion_id).single(node) if node is not None and entries else None
        return Needs("all", (only,) if only is not None else ())
    for entry in entries:
        if entry is not combining:
            message = f"{quote(entry.key.text or '')} cannot stand beside `{combining.key.text}`"
            words.reader.note(entry.key, message, "the clauses are one list, combined in one way")
    return _combined(words, combining, criterion_id)


def _combined(words: WordReader, entry: Entry, criterion_id: str) -> Needs:
    if entry.key.text == "all":
        return Needs("all", ClauseReader(words, criterion_id).several(entry.value, "`all`"))
    if entry.key.text == "any":
        return Needs("any", ClauseReader(words, criterion_id, alternatives="any").several(entry.value, "`any`"))
    values = words.reader.entries(entry.value, "`at_least`", ("number", "of"))
    clauses = ClauseReader(words, criterion_id, alternatives="at_least").several(values.get("of"), "`of`")
    number = words.reader.whole_number(values.get("number"), "`number`", least=1)
    if clauses and number > len(clauses):
        message = f"`number` asks for {number} clauses where `of` lists {len(clauses)}"
        words.reader.note(values["number"], message, "lower the number, or add clauses")
    return Needs("at_least", clauses, number)


class ClauseReader:
    """Reads the clauses of one criterion in order.

    `alternatives` is the word under which clauses stand of which not all are needed; those cannot be joined.
    """

    def __init__(self, words: WordReader, criterion_id: str, alternatives: str | None = None) -> None:
        self._words = words
        self._reader = words.reader
        self._criterion_id = criterion_id
        self._joins = Joins(words.reader, alternatives)

    def single(self, node: Node) -> Clause:
        """The only clause of a criterion; its letter is `a`."""
        clause = self._clause(self._reader.entries(node, "`needs`", ("fact",), _OPTIONAL), "a")
        self._joins.close()
        return clause

    def several(self, node: Node | None, what: str) -> tuple[Clause, ...]:
        """A list of clauses with the letters a, b, c and so on."""
        items = self._reader.items(node, what)
        for item in items[len(string.ascii_lowercase) :]:
            self._reader.note(
                item, "a criterion has at most 26 clauses", "put what is asked of one fact into one clause"
            )
        clauses = tuple(
            self._lettered(item, letter) for item, letter in zip(items, string.ascii_lowercase, strict=False)
        )
        self._joins.close()
        return clauses

    def _lettered(self, node: Node, letter: str) -> Clause:
        nested = isinstance(node, MappingNode) and [entry.key for entry in node.entries if entry.key.text in _COMBINE]
        if nested:
            message = f"`{nested[0].text}` cannot stand within a clause"
            self._reader.note(nested[0], message, "clauses do not nest: list every clause directly")
            return Clause(letter, ())
        values = self._reader.entries(node, "the clause", ("clause", "fact"), _OPTIONAL)
        written = self._reader.word(values.get("clause"), "`clause`")
        if written is not None and written.text != letter:
            message = f"this clause is `{letter}`, found {quote(written.text)}"
            self._reader.note(written, message, "letters run a, b, c without a gap")
        return self._clause(values, letter)

    def _clause(self, values: Mapping[str, Node], letter: str) -> Clause:
        clause_id = f"{self._criterion_id}.{letter}"
        kind = self._kind(values)
        applies_when = read_applies_when(self._reader, values.get("applies_when"))
        number = self._reader.whole_number(values.get("count"), "`count`", least=1)
        about = self._joins.about(values.get("about"), kind, applies_when)
        one_fact = number == 1 and "each" not in values
        name = self._joins.name(values.get("call_it"), kind, applies_when, one_fact=one_fact)
        if kind is None:
            return Clause(clause_id, (), applies_when)
        conditions = ConditionReader(self._words, kind)
        where = conditions.where(values.get("where"))
        if "each" not in values:
            return Clause(clause_id, (Part(clause_id, kind.kind, where, about, name, number),), applies_when)
        parts = tuple(
            Part(f"{clause_id}[{member}]", kind.kind, (*where, condition), about, name, number)
            for member, condition in conditions.each(values["each"])
        )
        return Clause(clause_id, parts, applies_when)

    def _kind(self, values: Mapping[str, Node]) -> FactType | None:
        otherwise = "the fact types are the classes of `evidence_schemas`"
        kind = self._reader.known(values.get("fact"), "fact type", fact_types(), otherwise)
        return fact_types()[kind] if kind is not None else None
