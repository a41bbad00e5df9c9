"""Sentences made from structured values: conditions, gaps, verdicts. They are never read back."""

from collections.abc import Callable, Mapping, Sequence

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
from engine.model.criterion import Part
from engine.model.framework import Framework
from engine.model.gap import Gap, GapKind, NearMiss
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import FactType, FieldType, fact_types
from evidence_schemas.profile import questions

VERDICTS: Mapping[Verdict, str] = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "not met",
    Verdict.UNKNOWN: "unknown",
    Verdict.CONTESTED: "contested",
    Verdict.NOT_APPLICABLE: "not applicable",
}


def listed(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does: `a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def article(label: str) -> str:
    """Choose `a` or `an`."""
    return "an" if label[0].lower() in "aeiou" and not label.lower().startswith(("use", "uni", "eu")) else "a"


def condition_words(kind: str, condition: Condition) -> str:
    """Say what a condition asks, such as `what it scrutinises includes police powers`."""
    return _condition_words(fact_types()[kind].fields[condition.field], condition.test)


def _condition_words(field: FieldType, test: Test) -> str:
    return f"{field.label} {_test_words(field, test)}"


def _test_words(field: FieldType, test: Test) -> str:
    several = field.shape == "words"
    match test:
        case Is(value):
            return f"is {field.words(value)}"
        case OneOf(values):
            return f"{'includes one of' if several else 'is'} {listed([field.words(value) for value in values], 'or')}"
        case Covers(values):
            return f"includes {listed([field.words(value) for value in values])}"
        case AtLeast(value):
            return f"is at least {field.words(value)}"
        case AtMost(value):
            return f"is at most {field.words(value)}"
        case Recorded():
            return "on record"
        case WithinMonths(months):
            return f"lies no more than {months} months before the as-at date"
        case WithinRhythm():
            return "lies within the cycle that is stated"
        case Count(number):
            return f"holds at least {number}"


def values_words(kind: str, field: str, values: Sequence[str]) -> str:
    """Say the values that a fact holds in a field."""
    described = fact_types()[kind].fields.get(field)
    return listed([described.words(value) if described else value for value in values])


class GapSentences:
    """Says what is missing, and what would close it, for the gaps of one framework."""

    def __init__(self, framework: Framework) -> None:
        """Read the conditions of a missing fact from the rules of the framework."""
        self._parts = {part.id: part for criterion in framework.criteria for part in criterion.parts()}
        self._writers: Mapping[GapKind, Callable[[Gap], str]] = {
            GapKind.ABSENT: self._absent,
            GapKind.UNRECORDED: self._unrecorded,
            GapKind.CONTRARY: self._contrary,
            GapKind.STALE: self._stale,
            GapKind.TOO_FEW: self._too_few,
            GapKind.CONTESTED: self._contested,
            GapKind.PROFILE: self._profile,
        }

    def sentence(self, gap: Gap) -> str:
        """Say one gap in a sentence without capital and full stop."""
        return self._writers[gap.kind](gap)

    def found(self, gap: Gap) -> str | None:
        """Say what a fact holds where something else is needed; None where there is nothing."""
        return values_words(gap.fact_kind, gap.field or "", gap.found) if gap.fact_kind and gap.found else None

    def needed(self, gap: Gap) -> str | None:
        """Say what is needed instead; None where that is no condition on a field."""
        if not gap.fact_kind:
            return None
        return "; ".join(condition_words(gap.fact_kind, condition) for condition in self.demanded(gap)) or None

    def demanded(self, gap: Gap) -> tuple[Condition, ...]:
        """Give the conditions that would close the gap: those of the missing fact, or the one on the field."""
        if gap.field is None and gap.want is not None:
            return self._parts[gap.part].where
        if gap.needed is None or gap.field is None:
            return ()
        return tuple(c for c in self._parts[gap.part].where if c.field == gap.field and c.test == gap.needed)

    def _absent(self, gap: Gap) -> str:
        part = self._parts[gap.part]
        described = fact_types()[part.kind]
        wanted = f" ({gap.want} are needed)" if gap.want and gap.want > 1 else ""
        about = f" about {listed(_once(gap.about))}" if gap.about else _about_unfound(part)
        disclosed = "".join(f"; the pack says it is not held: {reason}" for reason in gap.reasons)
        return f"no {described.label} is recorded{about}{_such_that(part)}{wanted}{disclosed}"

    def _unrecorded(self, gap: Gap) -> str:
        name, field = _fact(gap), _field(gap)
        if field is None:
            return f"{name} does not say what it is about; needs to refer to {listed(_once(gap.about))}"
        if isinstance(gap.needed, WithinMonths | WithinRhythm) and gap.found:
            return f"{name} states {field.label} as {listed(gap.found)}, and the day or cycle left open decides"
        needed = _condition_words(field, _needed(gap))
        if field.topic:
            return f"{name} does not state {field.label}, so it may be about something else; needs: {needed}"
        return f"{name} does not state {field.label}; needs: {needed}"

    def _contrary(self, gap: Gap) -> str:
        field = _field(gap)
        if field is None:
            return f"resolution {gap.fact} upheld a dispute of this criterion"
        found = listed([field.words(value) for value in gap.found])
        missing = _missing(field, gap)
        needed = f"needs also {missing}" if missing else f"needs: {_condition_words(field, _needed(gap))}"
        return f"{_fact(gap)}: {field.label} is {found}; {needed}"

    def _stale(self, gap: Gap) -> str:
        field = _field(gap)
        label = field.label if field else ""
        lapsed = f"{_fact(gap)}: {label} is {listed(gap.found)}, so it no longer counts from {gap.day}"
        return f"{lapsed}; newer evidence is needed"

    def _too_few(self, gap: Gap) -> str:
        field = _field(gap)
        if field is not None:
            return f"{_fact(gap)}: {field.label} holds {gap.have}; {_test_words(field, _needed(gap))} is needed"
        part = self._parts[gap.part]
        label = fact_types()[part.kind].label
        return f"{gap.have} of the {gap.want} needed: no further {label} is recorded{_such_that(part)}"

    def _contested(self, gap: Gap) -> str:
        disputed = _fact(gap) if gap.fact else f"criterion {gap.criterion}"
        verb = "disputes" if len(gap.disputes) == 1 else "dispute"
        return f"{listed(gap.disputes)} {verb} {disputed}, and nobody has resolved it"

    def _profile(self, gap: Gap) -> str:
        question = gap.question or ""
        return f"the profile does not say {questions()[question]} (`{question}`), so this is taken to apply"


def near_miss_words(kind: str, miss: NearMiss) -> str:
    """Say why a fact of the right kind was passed over."""
    described = fact_types()[kind]
    if miss.field == "about":
        return f"{described.label} {miss.fact} is about {listed(miss.found) if miss.found else 'nothing that it names'}"
    field = described.fields[miss.field]
    return f"{described.label} {miss.fact}: {field.label} is {values_words(kind, miss.field, miss.found)}"


def _once(ids: Sequence[str]) -> tuple[str, ...]:
    """Each id once: one fact may stand for several parts."""
    return tuple(dict.fromkeys(ids))


def _such_that(part: Part) -> str:
    said = [condition_words(part.kind, condition) for condition in part.where]
    return f" such that {'; '.join(said)}" if said else ""


def _about_unfound(part: Part) -> str:
    return f" about the {listed(part.about)} (none is recorded)" if part.about else ""


def _fact(gap: Gap) -> str:
    described: FactType = fact_types()[gap.fact_kind or ""]
    return f"{described.label} {gap.fact}"


def _field(gap: Gap) -> FieldType | None:
    return fact_types()[gap.fact_kind].fields.get(gap.field) if gap.fact_kind and gap.field else None


def _needed(gap: Gap) -> Test:
    if gap.needed is None:
        raise ValueError(gap)
    return gap.needed


def _missing(field: FieldType, gap: Gap) -> str:
    if not isinstance(gap.needed, Covers):
        return ""
    return listed([field.words(value) for value in gap.needed.values if value not in gap.found])
