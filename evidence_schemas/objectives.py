"""Facts about equality objectives: what they are, who answers for them, and how progress is watched."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, OfBody, Owned, Repeating
from evidence_schemas.field import About, Number, References, SetOf, Text, due, ends, judged, later, topic
from evidence_schemas.vocabulary import (
    DocumentSort,
    Duty,
    EvidenceSource,
    Extent,
    ObjectiveReach,
    Party,
    ReviewResult,
    ReviewStep,
    Role,
    Scope,
    Setting,
    SmartPart,
    Standard,
    Subject,
)
from evidence_schemas.when import When


class EqualityObjective(Document, OfBody, Owned, Fact):
    """One equality objective; `of_body` says for whose work it is."""

    label: ClassVar[str] = "equality objective"
    shown_by: ClassVar[str] = "the page of the plan or website that states the objective, measure and deadline"

    kind: Literal["equality_objective"]
    set_for: Annotated[ObjectiveReach | None, topic("for whom it is set")] = None
    set_by: Annotated[Role | None, judged("who set it")] = None
    published_on: Annotated[When | None, later("day of publication")] = None
    measure: Annotated[Text | None, judged("how it is measured")] = None
    target: Annotated[Text | None, judged("what is to be reached")] = None
    due_on: Annotated[When | None, due("day by which it is to be reached")] = None
    set_under: Annotated[SetOf[Standard] | None, judged("law under which it is set")] = None
    set_in: Annotated[SetOf[DocumentSort] | None, judged("document that holds it")] = None


class ObjectiveSet(Document, Owned, Fact):
    """All equality objectives of a body, taken together; `every_one_has` holds what none of them lacks."""

    label: ClassVar[str] = "set of equality objectives"
    shown_by: ClassVar[str] = "the full list of the objectives, as adopted or published"

    kind: Literal["objective_set"]
    published_on: Annotated[When | None, later("day of publication")] = None
    number: Annotated[Number | None, judged("number of objectives")] = None
    every_one_has: Annotated[SetOf[SmartPart] | None, judged("what each of them has, without exception")] = None


class Responsibility(Owned, Fact):
    """A role answers for something; where that is written is part of it."""

    label: ClassVar[str] = "responsibility"
    shown_by: ClassVar[str] = "the job description, scheme of delegation or structure chart that names the role"

    kind: Literal["responsibility"]
    about: Annotated[References | None, About("equality_objective", "objective_set", "partnership_document")] = None
    roles: Annotated[SetOf[Role] | None, topic("role")] = None
    answers_for: Annotated[SetOf[Duty] | None, topic("duty it answers for")] = None
    holders: Annotated[Number | None, judged("number of people who hold it")] = None
    share_of_role: Annotated[Extent | None, judged("how many in that role have it")] = None
    level_recorded: Annotated[Text | None, judged("level of the role in the office")] = None
    named_in: Annotated[Text | None, judged("where it is written")] = None
    answers_to: Annotated[Text | None, judged("to whom the role answers for it")] = None
    ended_on: Annotated[When | None, ends("last day on which somebody held the role")] = None


class MonitoringReview(Act, Repeating, OfBody, Owned, Fact):
    """Data or progress were looked at, and the look was recorded."""

    label: ClassVar[str] = "monitoring review"
    shown_by: ClassVar[str] = "the performance report, and the minutes of the meeting that looked at it"

    kind: Literal["monitoring_review"]
    about: Annotated[
        References | None,
        About(
            "equality_objective",
            "objective_set",
            "partnership_document",
            "contract_terms",
            "workforce_target",
            "recruitment_data",
        ),
    ] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    scope: Annotated[SetOf[Scope] | None, topic("set of things looked at")] = None
    standard: Annotated[Standard | None, topic("standard on which progress was looked at")] = None
    did: Annotated[SetOf[ReviewStep] | None, judged("what it did")] = None
    share_reviewed: Annotated[Extent | None, judged("share of the set looked at")] = None
    setting: Annotated[Setting | None, judged("setting")] = None
    considered_by: Annotated[SetOf[Party] | None, judged("who considered the results")] = None
    led_by: Annotated[Role | None, judged("role that led it")] = None
    gone_through_by: Annotated[SetOf[Role] | None, judged("roles that went through the results")] = None
    drew_on: Annotated[SetOf[EvidenceSource] | None, judged("what it drew on")] = None
    result: Annotated[ReviewResult | None, judged("what it found")] = None
    acted_by: Annotated[SetOf[Party] | None, judged("who had acted on the objectives")] = None
    acted_roles: Annotated[SetOf[Role] | None, judged("roles found to have acted on what is shared")] = None
    partners_acting: Annotated[Extent | None, judged("share of all the partners found to have acted")] = None
    providers_acting: Annotated[Extent | None, judged("share of all the providers found to have acted")] = None
    met_by: Annotated[SetOf[Party] | None, judged("who was found to meet the objectives")] = None
    share_of_owners: Annotated[Extent | None, judged("share of the bodies of that sort in the area that do it")] = None
