"""Facts about leadership: strategies, policies, decisions and yearly reports."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Lasting, OfBody, Owned, Published
from evidence_schemas.field import About, Number, References, SetOf, Text, judged, later, occurs, topic
from evidence_schemas.vocabulary import (
    Commitment,
    Consideration,
    Content,
    DocumentSort,
    Extent,
    Group,
    ObjectiveReach,
    Party,
    Point,
    Purpose,
    ReportSort,
    Role,
    Scope,
    Standard,
    StatementForm,
    Subject,
    UseMade,
)
from evidence_schemas.when import When


class PublicCommitment(Owned, Fact):
    """A statement of commitment, or an argued case, that a role made; what came of it is another fact."""

    label: ClassVar[str] = "statement of commitment"
    shown_by: ClassVar[str] = "the speech, foreword or web page in which the statement stands"

    kind: Literal["public_commitment"]
    made_by: Annotated[SetOf[Role] | None, topic("who made it")] = None
    commits_to: Annotated[SetOf[Commitment] | None, topic("what it commits to or argues for")] = None
    form: Annotated[StatementForm | None, topic("form")] = None
    made_in: Annotated[SetOf[DocumentSort] | None, judged("document in which it stands")] = None
    published_on: Annotated[When | None, occurs("day of publication")] = None
    argued_from: Annotated[SetOf[Subject] | None, judged("grounds of the case")] = None


class StrategicDocument(Document, Owned, Fact):
    """A strategy or a plan of a body; not a document that partners agreed, and not a single policy."""

    label: ClassVar[str] = "strategy or plan"
    shown_by: ClassVar[str] = "the strategy or plan itself, with the record of its adoption"

    kind: Literal["strategic_document"]
    about: Annotated[References | None, About("matter_considered")] = None
    sort: Annotated[DocumentSort | None, topic("sort of document")] = None
    includes: Annotated[SetOf[Content] | None, judged("contents")] = None
    builds_on: Annotated[SetOf[Content] | None, judged("what it says it builds on")] = None
    published_on: Annotated[When | None, later("day of publication")] = None
    topics_counted: Annotated[Number | None, judged("number of separate topics it addresses")] = None
    share_alike: Annotated[Extent | None, judged("share of such documents in force for which it holds")] = None


class PartnershipDocument(Document, Owned, Fact):
    """A document that partners agreed."""

    label: ClassVar[str] = "partnership document"
    shown_by: ClassVar[str] = "the agreed document, with the partners' signatures or the minutes of their agreement"

    kind: Literal["partnership_document"]
    parties: Annotated[SetOf[Party] | None, topic("who agreed it")] = None
    set_for: Annotated[ObjectiveReach | None, topic("for whom it is set")] = None
    includes: Annotated[SetOf[Content] | None, judged("contents")] = None
    share_alike: Annotated[Extent | None, judged("share of such documents in force for which it holds")] = None


class Policy(Document, Published, Owned, Fact):
    """One policy, procedure or agreed method."""

    label: ClassVar[str] = "policy"
    shown_by: ClassVar[str] = "the policy itself, with its version and date, and the message that announced it"

    kind: Literal["policy"]
    about: Annotated[References | None, About("matter_considered")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    applies_to: Annotated[SetOf[Scope] | None, topic("decisions or people it applies to")] = None
    states: Annotated[SetOf[Point] | None, judged("what it spells out")] = None
    developed_with: Annotated[SetOf[Party] | None, judged("who was consulted in making it")] = None
    told_to: Annotated[SetOf[Role] | None, judged("roles it was made known to")] = None
    share_applied: Annotated[Extent | None, judged("share of cases in which it is applied")] = None


class PolicySet(Lasting, Owned, Fact):
    """All the policies of a body on a matter, taken together."""

    label: ClassVar[str] = "set of policies"
    shown_by: ClassVar[str] = "the index of the policies in force, with their dates"

    kind: Literal["policy_set"]
    scope: Annotated[Scope | None, topic("set")] = None
    subjects_counted: Annotated[Number | None, judged("number of matters on which it has a policy")] = None


class GuidanceUse(Act, Owned, Fact):
    """A body read, applied or adopted a named standard."""

    label: ClassVar[str] = "use of guidance"
    shown_by: ClassVar[str] = "the paper or checklist that shows how the guidance was read or applied"

    kind: Literal["guidance_use"]
    standard: Annotated[Standard | None, topic("standard")] = None
    how: Annotated[UseMade | None, judged("what was done with it")] = None


class DecisionRecord(Act, Owned, Fact):
    """The record of a decision, with what it shows was weighed."""

    label: ClassVar[str] = "record of a decision"
    shown_by: ClassVar[str] = "the decision notice or log entry, with the report that went with it"

    kind: Literal["decision_record"]
    about: Annotated[References | None, About("impact_assessment")] = None
    decided_by: Annotated[SetOf[Role] | None, topic("who decided")] = None
    decides: Annotated[SetOf[Purpose] | None, topic("what it decides")] = None
    considered: Annotated[SetOf[Consideration] | None, judged("what was weighed")] = None
    hard_because: Annotated[Text | None, judged("why it was a hard decision")] = None


class MatterConsidered(Act, OfBody, Owned, Fact):
    """A paper or a minuted discussion in which a body weighs a matter; not the decision."""

    label: ClassVar[str] = "paper or minuted discussion"
    shown_by: ClassVar[str] = "the agenda paper, or the minute of the discussion"

    kind: Literal["matter_considered"]
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it is for")] = None
    steps_or_options: Annotated[Text | None, judged("steps or options set out")] = None
    followed_up_on: Annotated[When | None, later("day it was taken up again")] = None


class AnnualReport(Owned, Fact):
    """A report for one year; `period` says which."""

    label: ClassVar[str] = "yearly report"
    shown_by: ClassVar[str] = "the report for that year, as published"

    kind: Literal["annual_report"]
    sort: Annotated[ReportSort | None, topic("sort of report")] = None
    includes: Annotated[SetOf[Content] | None, judged("contents")] = None
    published_on: Annotated[When | None, occurs("day of publication")] = None
