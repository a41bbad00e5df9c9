"""The edits of a what-if in words, and what each of them does."""

from collections.abc import Iterator, Mapping, Sequence

from engine.amend import stated
from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from engine.sentences import listed, values_words
from engine.what_if import AddedFact, Edit, Effect, OtherDay, WhatIf
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.profile import Answer, Profile

_REFERENCES = ("about", "replaces", "disputes")


class EditWords:
    """Says what the edits of one what-if are; facts and answers are looked up in the two packs."""

    def __init__(self, found: WhatIf) -> None:
        """Read the packs before and after."""
        self._found = found
        self._before, self._after = ({fact.id: fact for fact in pack.facts} for pack in found.packs)

    def edit(self, edit: Edit) -> str:
        """Say one edit in a clause without full stop, such as `H1 appointment of a chair is dropped`."""
        match edit:
            case AddedFact(fact):
                return f"{_named(fact)} is added"
            case WithdrawnFact(id_):
                return f"{_named(self._before.get(id_) or self._added(id_))} is dropped"
            case AmendedFact(fact=id_, values=values):
                fields = "; ".join(self._field(id_, name) for name, _ in values)
                return f"{_named(self._after[id_])}: {fields}"
            case AnsweredQuestion(question):
                was, will_be = (_answer(pack.profile, question) for pack in self._found.packs)
                return f"the profile answers `{question}` with {will_be} (was {was})"
            case OtherDay(day):
                return f"the day is {day.isoformat()} (was {self._found.before.as_at.isoformat()})"

    def short(self, edit: Edit) -> str:
        """Say one edit in as few words as tell it from the others."""
        match edit:
            case AddedFact(fact):
                return f"{fact.id} is added"
            case WithdrawnFact(id_):
                return f"{id_} is dropped"
            case AmendedFact(fact=id_, values=values):
                return f"{id_} has another {listed([_label(self._after[id_].kind, name) for name, _ in values])}"
            case _:
                return self.edit(edit)

    def effect(self, effect: Effect) -> Iterator[str]:
        """Say what an edit does, in clauses without full stop."""
        if effect.needless:
            yield "it is so already, so this changes nothing"
            return
        if effect.decides:
            yield f"changes the verdict on {listed(effect.decides)}"
        elif effect.alone:
            yield f"changes no verdict beside the other edits; by itself it would change {listed(effect.alone)}"
        elif effect.without:
            yield f"changes no verdict by itself; without it the others would change {listed(effect.without)} otherwise"
        else:
            yield "changes no verdict"
        if effect.gaps:
            yield f"changes what is missing in {listed(effect.gaps)}"
        if isinstance(effect.edit, WithdrawnFact) and (naming := self.still_naming(effect.edit.fact)):
            names = "name" if len(naming) > 1 else "names"
            yield f"{listed(naming)} still {names} it, and {names} nothing then"

    def still_naming(self, fact: str) -> tuple[str, ...]:
        """The facts that refer to one that is dropped."""
        return tuple(
            other.id
            for other in self._found.packs[1].facts
            if any(fact in (getattr(other, name, None) or ()) for name in _REFERENCES)
        )

    def values(self, edit: AmendedFact) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        """Each field that is set, with the values that it held and the values that it would hold."""
        before = self._before.get(edit.fact) or self._added(edit.fact)
        for name, _ in edit.values:
            yield name, _held(before, name), _held(self._after[edit.fact], name)

    def _field(self, id_: str, name: str) -> str:
        fact = self._after[id_]
        was, will_be = _held(self._before.get(id_) or self._added(id_), name), _held(fact, name)
        label = _label(fact.kind, name)
        if not will_be:
            return f"{label} is cleared (was {_said(fact.kind, name, was)})"
        return f"{label} is set to {_said(fact.kind, name, will_be)} (was {_said(fact.kind, name, was)})"

    def _added(self, id_: str) -> Fact:
        return next(e.edit.fact for e in self._found.effects if isinstance(e.edit, AddedFact) and e.edit.fact.id == id_)


def _named(fact: Fact) -> str:
    return f"{fact.id} {fact_types()[fact.kind].label}"


def _label(kind: str, name: str) -> str:
    field = fact_types()[kind].fields.get(name)
    return field.label if field else f"`{name}`"


def _said(kind: str, name: str, values: Sequence[str]) -> str:
    return values_words(kind, name, values) if values else "not stated"


def _held(fact: Fact, name: str) -> tuple[str, ...]:
    """What a fact holds in a field, as a pack writes it; members in order."""
    outer, _, inner = name.partition(".")
    value = stated(fact).get(outer)
    if inner and isinstance(value, Mapping):
        value = value.get(inner)
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(sorted(map(str, value)))
    return ({True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value),)


def _answer(profile: Profile, question: str) -> str:
    answer: Answer | int | None = getattr(profile, question)
    if answer is None:
        return "no answer"
    return str(answer) if isinstance(answer, int) else ("yes" if answer.answer else "no")
