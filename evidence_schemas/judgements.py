"""Conclusions that a named role reached, with a date and reasons; nothing here is ever worked out."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Concluded, Fact, OfBody
from evidence_schemas.field import About, References, SetOf, judged, topic
from evidence_schemas.vocabulary import Basis, Characteristic, Extent, OfferAim, Party, Quality, Role, Subject


class Judgement(Concluded, Fact):
    """Somebody concluded that a thing has, or has not, one quality; `basis` names the facts that this rests on."""

    label: ClassVar[str] = "judgement"
    shown_by: ClassVar[str] = "a dated note by the role that judged, with the reasons"

    kind: Literal["judgement"]
    about: Annotated[References | None, About()] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    quality: Annotated[Quality | None, topic("quality")] = None
    aims: Annotated[SetOf[OfferAim] | None, judged("aims that it finds served")] = None
    basis: Annotated[References | None, judged("facts it rests on")] = None


class Attribution(Concluded, Fact):
    """Somebody concluded that a result came, or did not come, from an action; `about` names both."""

    label: ClassVar[str] = "attribution"
    shown_by: ClassVar[str] = "the evaluation report, or a dated note, that ties the result to the action"

    kind: Literal["attribution"]
    about: Annotated[References | None, About()] = None
    actors: Annotated[SetOf[Party] | None, judged("whose action it came from")] = None
    better_for: Annotated[
        SetOf[Characteristic] | None, judged("characteristics of those for whom it says that things got better")
    ] = None
    put_to: Annotated[SetOf[Role] | None, judged("roles it was put to")] = None


class Assurance(Concluded, OfBody, Fact):
    """The PCC, or another named role, recorded being satisfied, or not, about a matter, and on what that rests."""

    label: ClassVar[str] = "assurance"
    shown_by: ClassVar[str] = "the minutes or letter in which the role says whether it is satisfied, and why"

    kind: Literal["assurance"]
    about: Annotated[References | None, About()] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    quality: Annotated[Quality | None, topic("quality")] = None
    reaches: Annotated[Extent | None, judged("share of the matter it speaks for")] = None
    rests_on: Annotated[SetOf[Basis] | None, judged("basis")] = None
