"""Facts about the workforce: its make-up, recruitment, targets, what staff are offered, and cases."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Lasting, OfBody, Owned, Repeating
from evidence_schemas.field import Number, SetOf, Text, due, judged, topic
from evidence_schemas.vocabulary import (
    Benchmark,
    Characteristic,
    EvidenceSource,
    Extent,
    Group,
    Metric,
    OfferAim,
    Party,
    Provision,
    RecruitStage,
    Role,
    Subject,
    Turn,
    WorkforceView,
)
from evidence_schemas.when import When


class WorkforceProfile(Repeating, OfBody, Owned, Fact):
    """The make-up of a workforce as last drawn up, in counts and shares of people; the next one is another fact."""

    label: ClassVar[str] = "workforce profile"
    shown_by: ClassVar[str] = "the human resources report of headcount by group and grade, with its date"

    kind: Literal["workforce_profile"]
    shows: Annotated[SetOf[WorkforceView] | None, judged("what it shows")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it is split")] = None


class RecruitmentData(Repeating, OfBody, Owned, Fact):
    """Data about applicants and how they were selected."""

    label: ClassVar[str] = "set of recruitment data"
    shown_by: ClassVar[str] = "the table of applicants by stage and group, from the recruitment records"

    kind: Literal["recruitment_data"]
    stages: Annotated[SetOf[RecruitStage] | None, judged("stages with data")] = None
    share_of_stages: Annotated[Extent | None, judged("share of the stages of the process with data")] = None
    breakdown: Annotated[
        SetOf[Characteristic] | None, judged("characteristics by which the data of each of these stages are split")
    ] = None


class WorkforceTarget(Document, OfBody, Owned, Fact):
    """A target about the workforce; whether it was reached is another fact."""

    label: ClassVar[str] = "workforce target"
    shown_by: ClassVar[str] = "the workforce plan or the board paper that sets the target"

    kind: Literal["workforce_target"]
    metric: Annotated[Metric | None, topic("what it targets")] = None
    measure: Annotated[Text | None, judged("figure to reach")] = None
    aim: Annotated[Turn | None, judged("direction it aims at")] = None
    due_on: Annotated[When | None, due("day by which it is to be reached")] = None
    set_from: Annotated[SetOf[EvidenceSource] | None, judged("what it was set from")] = None
    compared_with: Annotated[SetOf[Benchmark] | None, judged("what it aims to match")] = None


class StaffProvision(Lasting, Owned, Fact):
    """Something that is offered to staff; `take_up` counts those who used it."""

    label: ClassVar[str] = "offer to staff"
    shown_by: ClassVar[str] = "the intranet page or the scheme that offers it, with figures of its use"

    kind: Literal["staff_provision"]
    offers: Annotated[SetOf[Provision] | None, topic("what is offered")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it is for")] = None
    open_to: Annotated[SetOf[Role] | None, judged("roles it is open to")] = None
    aims: Annotated[SetOf[OfferAim] | None, judged("stated aims")] = None
    take_up: Annotated[Number | None, judged("how many used it")] = None


class WorkplaceAssessment(Act, Owned, Fact):
    """An assessment of the working environment.

    Read by one criterion only, because there is one such assessment; the improvements are changes made about it.
    """

    label: ClassVar[str] = "assessment of the working environment"
    shown_by: ClassVar[str] = "the report of the assessment, with the places and staff needs it covers"

    kind: Literal["workplace_assessment"]
    share_of_aspects: Annotated[Extent | None, judged("share of the environment looked at")] = None
    share_of_staff_needs: Annotated[Extent | None, judged("share of staff whose needs were looked at")] = None


class CaseSummary(Owned, Fact):
    """How cases of one kind were handled in a period; counts of cases, never a case."""

    label: ClassVar[str] = "summary of cases"
    shown_by: ClassVar[str] = "the yearly or quarterly report of case numbers, times and outcomes"

    kind: Literal["case_summary"]
    subjects: Annotated[SetOf[Subject] | None, topic("kind of case")] = None
    received: Annotated[Number | None, judged("cases begun")] = None
    closed: Annotated[Number | None, judged("cases closed")] = None
    share_in_time: Annotated[Extent | None, judged("share closed within the stated time")] = None
    share_with_outcome: Annotated[Extent | None, judged("share that ended with a recorded outcome")] = None
    share_answered_for: Annotated[
        Extent | None, judged("share of the failings found for which the officers were made to answer")
    ] = None
    across_units: Annotated[Extent | None, judged("share of the units of the body looked at")] = None
    holds_alone_for: Annotated[SetOf[Party] | None, judged("bodies for which it holds when looked at apart")] = None
