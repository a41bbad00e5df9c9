"""Disputes of the evidence, and how they were settled. The engine reads both for every criterion."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from evidence_schemas.fact import Fact
from evidence_schemas.field import About, References, Target, Text, judged, occurs
from evidence_schemas.vocabulary import Role, Side
from evidence_schemas.when import When


class Dispute(Fact):
    """A source says that a fact, or the meeting of a criterion, is wrong.

    No rule names it, because the engine reads it for every criterion.
    """

    label: ClassVar[str] = "dispute"
    shown_by: ClassVar[str] = "the letter, email or minute that says what is wrong"

    kind: Literal["dispute"]
    disputes: Annotated[frozenset[Target], Field(min_length=1), judged("facts or criteria disputed")]
    says: Annotated[Text | None, judged("what it says instead")] = None
    raised_by: Annotated[Role | None, judged("role that raised it")] = None
    raised_on: Annotated[When | None, occurs("day it was raised")] = None


class Resolution(Fact):
    """Somebody settled a dispute: who, when, why and for which side.

    No rule names it, because the engine reads it for every criterion.
    """

    label: ClassVar[str] = "resolution of a dispute"
    shown_by: ClassVar[str] = "the dated note that settles it, with the role and the reasons"

    kind: Literal["resolution"]
    about: Annotated[References, About("dispute")]
    side: Annotated[Side, judged("side that was upheld")]
    made_by: Annotated[Role, judged("role that settled it")]
    made_on: Annotated[When, occurs("day it was settled")]
    reasons: Annotated[Text, judged("reasons")]
