"""Gaps as data, the same in every result that tells them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from engine.model.condition import AtLeast, AtMost, Count, Covers, Is, OneOf, Recorded, Test, WithinMonths, WithinRhythm
from engine.model.gap import Gap, GapKind
from engine.report.told import Told
from engine.sentences import GapSentences

Operator = Literal["is", "one_of", "covers", "at_least", "at_most", "recorded", "within", "count"]
TestTold = Annotated[
    dict[Operator, str | int | list[str]],
    Field(min_length=1, max_length=1, description="a test as a rule writes it: the operator and what it asks"),
]


class NearMissTold(Told):
    """A fact of the right kind on another matter, and the field that says so."""

    fact: str
    field: str
    found: list[str]


class GapTold(Told):
    """One reason why something is not met, and what would close it.

    `found` and `needed` are words for people, `found_values` and `needed_tests` the same as data.
    """

    kind: GapKind
    clause: str | None
    part: str | None
    fact: str | None
    fact_kind: str | None
    field: str | None
    found: str | None
    found_values: list[str]
    needed: str | None
    needed_tests: dict[str, TestTold] = Field(description="by the field that is tested")
    about: list[str]
    have: int | None
    want: int | None
    lapsed_on: date | None = Field(description="the first day on which the evidence no longer counted")
    disputes: list[str]
    question: str | None
    not_held: list[str] = Field(description="why such facts are not held, in the words of the pack")
    near: list[NearMissTold]
    text: str


def gap_told(gap: Gap, sentences: GapSentences) -> GapTold:
    """Give a gap as data, with its sentence."""
    return GapTold(
        kind=gap.kind,
        clause=gap.clause or None,
        part=gap.part or None,
        fact=gap.fact,
        fact_kind=gap.fact_kind,
        field=gap.field,
        found=sentences.found(gap),
        found_values=list(gap.found),
        needed=sentences.needed(gap),
        needed_tests={c.field: test_told(c.test) for c in sentences.demanded(gap)},
        about=list(gap.about),
        have=gap.have,
        want=gap.want,
        lapsed_on=date.fromisoformat(gap.day) if gap.day is not None else None,
        disputes=list(gap.disputes),
        question=gap.question,
        not_held=list(gap.reasons),
        near=[NearMissTold(fact=miss.fact, field=miss.field, found=list(miss.found)) for miss in gap.near],
        text=sentences.sentence(gap),
    )


def test_told(test: Test) -> dict[Operator, str | int | list[str]]:
    """Give a test in the words of the notation."""
    match test:
        case Is(value):
            return {"is": value}
        case OneOf(values):
            return {"one_of": list(values)}
        case Covers(values):
            return {"covers": list(values)}
        case AtLeast(value):
            return {"at_least": value}
        case AtMost(value):
            return {"at_most": value}
        case Recorded():
            return {"recorded": "yes"}
        case WithinMonths(months):
            return {"within": f"{months} months"}
        case WithinRhythm():
            return {"within": "rhythm"}
        case Count(number):
            return {"count": number}
