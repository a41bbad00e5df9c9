"""What `where` of a clause says: the conditions, each checked against the fields of the fact type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Entry, Node
from engine.loading.spelling import hint, in_backticks
from engine.loading.word_lists import WordReader
from engine.model.condition import (
    AtLeast,
    AtMost,
    Condition,
    Count,
    Covers,
    Is,
    OneOf,
    Recorded,
    Test,
    WithinMonths,
    WithinRhythm,
)
from engine.model.fault import quote
from evidence_schemas.catalogue import FactType, FieldType, Shape

_ANY: frozenset[Shape] = frozenset(
    {"word", "scale", "words", "number", "amount", "text", "day", "yes_no", "references"}
)
_FITTING: Mapping[str, frozenset[Shape]] = {
    "is": frozenset({"word", "scale", "yes_no", "number"}),
    "one_of": frozenset({"word", "scale", "words"}),
    "covers": frozenset({"words"}),
    "at_least": frozenset({"scale", "number", "amount"}),
    "at_most": frozenset({"scale", "number", "amount"}),
    "recorded": _ANY,
    "within": frozenset({"day"}),
    "count": frozenset({"words", "references"}),
}
_HOLDS: Mapping[Shape, str] = {
    "word": "one word",
    "scale": "one word of a scale",
    "words": "a set of words",
    "number": "a whole number",
    "amount": "a number",
    "text": "free text",
    "day": "a date",
    "yes_no": "yes or no",
    "references": "references to facts",
}
_MONTHS = re.compile(r"([1-9][0-9]{0,2}) months?")


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads the conditions that a clause puts to facts of one kind."""

    words: WordReader
    kind: FactType

    @property
    def reader(self) -> NodeReader:
        """Where faults are noted."""
        return self.words.reader

    def where(self, node: Node | None) -> tuple[Condition, ...]:
        """The conditions in the order in which they are written."""
        return tuple(
            Condition(field.name, test, field.topic)
            for entry in self.reader.mapping(node, "`where`")
            if (field := self.field(entry.key)) is not None
            for test in self._tests(entry, field)
        )

    def each(self, node: Node) -> tuple[tuple[str, Condition], ...]:
        """The members that `each` runs through, each with the condition that asks for it."""
        values = self.reader.entries(node, "`each`", ("field", "in"))
        field = self.field(values.get("field"))
        if field is None:
            return ()
        if field.vocabulary is None:
            message = f"`each` does not fit `{field.name}`, which holds {_HOLDS[field.shape]}"
            self.reader.note(values["field"], message, "name a field that holds words")
            return ()
        members = self.words.several(values.get("in"), "`in`", field.vocabulary)
        return tuple((member, Condition(field.name, _is_or_covers(field, member), field.topic)) for member in members)

    def field(self, node: Node | None) -> FieldType | None:
        """The field that the node names, or None."""
        name = self.reader.word(node, "`field`")
        if name is None:
            return None
        if name.text == "about":
            self.reader.note(
                name, "`about` is not a field", "write it beside `where`, with the name of an earlier clause"
            )
        elif name.text not in self.kind.fields:
            otherwise = f"its fields are {in_backticks(tuple(self.kind.fields))}"
            message = f"unknown field {quote(name.text)} of `{self.kind.kind}`"
            self.reader.note(name, message, hint(name.text, self.kind.fields, otherwise))
        return self.kind.fields.get(name.text)

    def _tests(self, entry: Entry, field: FieldType) -> Iterator[Test]:
        for asked in self.reader.mapping(entry.value, f"the condition on `{field.name}`"):
            operator = self.reader.known(asked.key, "operator", _FITTING)
            if operator is None:
                continue
            if field.shape in _FITTING[operator]:
                yield from self._test(operator, asked.value, field)
            else:
                message = f"`{operator}` does not fit `{field.name}`, which holds {_HOLDS[field.shape]}"
                fitting = [name for name, shapes in _FITTING.items() if field.shape in shapes]
                self.reader.note(asked.key, message, f"`{field.name}` takes {in_backticks(fitting)}")

    def _test(self, operator: str, node: Node, field: FieldType) -> Iterator[Test]:
        """The test that an operator makes with its value; none where the value leaves it open which test is meant."""
        match operator:
            case "is":
                yield Is(self._value(node, "`is`", field))
            case "one_of":
                yield OneOf(self._words(node, "`one_of`", field))
            case "covers":
                yield Covers(self._words(node, "`covers`", field))
            case "at_least":
                yield AtLeast(self._value(node, "`at_least`", field), _scale(field))
            case "at_most":
                yield AtMost(self._value(node, "`at_most`", field), _scale(field))
            case "recorded":
                yield from self._recorded(node)
            case "within":
                yield from self._within(node)
            case "count":
                yield Count(self.reader.whole_number(node, "`count`", least=1))

    def _words(self, node: Node, what: str, field: FieldType) -> tuple[str, ...]:
        return self.words.several(node, what, field.vocabulary) if field.vocabulary is not None else ()

    def _value(self, node: Node, what: str, field: FieldType) -> str:
        """A single value of the field, in the form in which facts hold it."""
        if field.vocabulary is not None:
            return self.words.one(node, what, field.vocabulary)
        if field.shape == "number":
            return str(self.reader.whole_number(node, what))
        if field.shape == "amount":
            return f"{self.reader.amount(node, what).normalize():f}"
        return self.reader.known(node, "answer", ("yes", "no")) or ""

    def _recorded(self, node: Node) -> Iterator[Test]:
        said = self.reader.word(node, "`recorded`")
        if said is not None and said.text != "yes":
            self.reader.note(
                said, f"`recorded` cannot be {quote(said.text)}", "write `yes`: no rule can ask for silence"
            )
        yield Recorded()

    def _within(self, node: Node) -> Iterator[Test]:
        span = self.reader.word(node, "`within`")
        if span is None:
            return
        months = _MONTHS.fullmatch(span.text)
        if months:
            yield WithinMonths(int(months.group(1)))
        elif span.text != "rhythm":
            self.reader.note(
                span, f"`within` cannot be {quote(span.text)}", "write months, such as `12 months`, or `rhythm`"
            )
        elif "rhythm" in self.kind.fields:
            yield WithinRhythm()
        else:
            message = f"`{self.kind.kind}` has no field `rhythm` that it could keep"
            self.reader.note(span, message, "write months, such as `12 months`")


def _is_or_covers(field: FieldType, member: str) -> Test:
    return Covers((member,)) if field.shape == "words" else Is(member)


def _scale(field: FieldType) -> tuple[str, ...]:
    return tuple(member.value for member in field.vocabulary) if field.vocabulary is not None else ()
