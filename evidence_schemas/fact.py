"""What every fact carries, and the traits that many fact types share.

Only the id, the kind and the source are required. A field that the source does not state stays empty: that is
`unrecorded`, never `no`.
"""

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from evidence_schemas.field import Id, Quote, References, SetOf, Text, ends, judged, later, occurs, topic
from evidence_schemas.vocabulary import Channel, Doing, Finding, Party, Reach, Rhythm, Role, Standing
from evidence_schemas.when import When


class Frozen(BaseModel):
    """A value that does not change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Source(Frozen):
    """Where a statement stands: the document, the place in it and, where one is at hand, a short quoted phrase."""

    document: Id
    locator: Text
    quote: Quote | None = None


class Period(Frozen):
    """The days that a fact speaks of, from the first to the last."""

    begins: When = Field(alias="from")
    ends: When = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends.last < self.begins.first:
            raise PydanticCustomError("period", "ends before it begins")
        return self


class Fact(Frozen):
    """One typed, dated, sourced statement.

    `label` names the kind in a sentence, and `shown_by` the documents that usually show such a fact.
    """

    label: ClassVar[str]
    shown_by: ClassVar[str]

    id: Id
    kind: str
    source: Source
    recorded_by: Text | None = None
    observed_on: Annotated[When | None, occurs("day it was seen")] = None
    period: Period | None = None
    replaces: References | None = None
    note: Text | None = None


class Owned(Frozen):
    """A fact that belongs to a body: the office, the force, a provider, a partner, or several of them together."""

    whose: Annotated[SetOf[Party] | None, topic("owner")] = None


class OfBody(Frozen):
    """A fact that speaks of a body which need not be the one it belongs to."""

    of_body: Annotated[SetOf[Party] | None, topic("body it speaks of")] = None


class Document(Frozen):
    """A document of a body, and how far it has got."""

    title: Annotated[Text | None, judged("title")] = None
    status: Annotated[Standing | None, judged("status")] = None
    adopted_on: Annotated[When | None, occurs("day of adoption")] = None
    reviewed_on: Annotated[When | None, later("day of the last review")] = None
    valid_until: Annotated[When | None, ends("last day of validity")] = None


class Lasting(Frozen):
    """A body of people or an arrangement that lasts, and how far it has got."""

    status: Annotated[Standing | None, judged("status")] = None
    began_on: Annotated[When | None, occurs("day it began")] = None
    ended_on: Annotated[When | None, ends("day it ended")] = None


class Act(Frozen):
    """Something done, and how far it has got. A promise is `planned`."""

    status: Annotated[Doing | None, judged("status")] = None
    done_on: Annotated[When | None, occurs("day it was done")] = None


class Repeating(Frozen):
    """Something that recurs: the cycle that the body itself states, and when it last happened."""

    rhythm: Annotated[Rhythm | None, judged("stated rhythm")] = None
    last_on: Annotated[When | None, later("when it last happened")] = None


class Published(Frozen):
    """Where and when it was put before the public."""

    published_on: Annotated[When | None, later("day of publication")] = None
    channels: Annotated[SetOf[Channel] | None, judged("where it is published")] = None
    reach: Annotated[Reach | None, judged("how the public gets to it")] = None


class Concluded(Frozen):
    """A conclusion that somebody reached, with the role, the day and the reasons."""

    finding: Annotated[Finding | None, judged("conclusion")] = None
    made_by: Annotated[Role | None, judged("role that concluded it")] = None
    made_on: Annotated[When | None, occurs("day of the conclusion")] = None
    reasons: Annotated[Text | None, judged("reasons")] = None
