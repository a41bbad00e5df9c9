"""Facts about holding the force to account, and what it did about it."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Owned, Repeating
from evidence_schemas.field import About, References, SetOf, Text, judged, later, topic
from evidence_schemas.vocabulary import (
    ActionPlace,
    Ask,
    Characteristic,
    EvidenceSource,
    Extent,
    ForceWork,
    Group,
    Incident,
    JusticeUse,
    Level,
    Party,
    Point,
    Role,
    Setting,
    StaffNetwork,
    Standard,
    Subject,
    Support,
)
from evidence_schemas.when import When


class AccountabilityAction(Act, Repeating, Owned, Fact):
    """The PCC, the office for the PCC, or a scrutiny panel put a matter to the Chief Constable or the force.

    What the force then did is another fact, owned by the force.
    """

    label: ClassVar[str] = "accountability action"
    shown_by: ClassVar[str] = "the minutes of the accountability meeting, or the letter with its answer"

    kind: Literal["accountability_action"]
    about: Annotated[References | None, About("equality_objective", "incident_response", "collected_data")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    asked_for: Annotated[SetOf[Ask] | None, topic("what was asked for")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups concerned")] = None
    for_roles: Annotated[SetOf[Role] | None, judged("roles in the force that it concerns")] = None
    of_work: Annotated[SetOf[ForceWork] | None, judged("kind of force work concerned")] = None
    points: Annotated[SetOf[Point] | None, judged("what was to be spelled out")] = None
    setting: Annotated[Setting | None, judged("setting")] = None
    standards: Annotated[SetOf[Standard] | None, judged("standards that the force was asked to meet")] = None
    drew_on: Annotated[SetOf[EvidenceSource] | None, judged("evidence put with it")] = None
    involving: Annotated[SetOf[Party] | None, judged("whom the force was asked to involve")] = None
    networks: Annotated[SetOf[StaffNetwork] | None, judged("staff networks to be involved")] = None
    reaches: Annotated[Extent | None, judged("share of the matter it reaches")] = None
    answer_on: Annotated[When | None, later("day of the recorded answer")] = None
    followed_up_on: Annotated[When | None, later("day it was taken up again")] = None


class NationalReportResponse(Act, Owned, Fact):
    """What a body did about one national report."""

    label: ClassVar[str] = "response to a national report"
    shown_by: ClassVar[str] = "the published response to the report, or the table of its recommendations and actions"

    kind: Literal["national_report_response"]
    report: Annotated[EvidenceSource | None, topic("report")] = None
    share_answered: Annotated[Extent | None, judged("share of its recommendations that actions answer")] = None
    lessons: Annotated[Text | None, judged("lessons noted for the force")] = None
    actions_in: Annotated[SetOf[ActionPlace] | None, judged("where actions in answer were put")] = None


class ActionPlan(Document, Owned, Fact):
    """A plan of actions; not a strategy.

    Read by one criterion only, because most wording speaks of strategies and one criterion turns on a plan of actions.
    """

    label: ClassVar[str] = "action plan"
    shown_by: ClassVar[str] = "the plan itself, with its actions, owners and dates"

    kind: Literal["action_plan"]
    subjects: Annotated[SetOf[Subject] | None, topic("what it is to change")] = None


class IncidentResponse(Act, Owned, Fact):
    """What the PCC and the force did after a serious incident.

    Read by one criterion only, because such an event has no other place.
    """

    label: ClassVar[str] = "response to an incident"
    shown_by: ClassVar[str] = "notes of the meetings held after the incident, and the statements given out"

    kind: Literal["incident_response"]
    incident: Annotated[Incident | None, topic("kind of incident")] = None
    led_by: Annotated[SetOf[Role] | None, judged("roles that led in bringing people together")] = None
    brought_together: Annotated[SetOf[Party] | None, judged("which partners came")] = None
    communities: Annotated[SetOf[Group] | None, judged("which communities came")] = None
    reassurance_on: Annotated[When | None, later("day the force gave reassurance")] = None
    share_of_incidents: Annotated[
        Extent | None, judged("share of such incidents in the period that were answered in this way")
    ] = None


class CommunityImpactStatement(Document, Owned, Fact):
    """A statement of what a crime does to a community, for use in justice.

    Read by one criterion only, because it is a kind of document of its own.
    """

    label: ClassVar[str] = "community impact statement"
    shown_by: ClassVar[str] = "the statement itself, and the letter or email that passed it on"

    kind: Literal["community_impact_statement"]
    subjects: Annotated[SetOf[Subject] | None, topic("crime it speaks of")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics for which there is one")] = None
    supported_by_pcc: Annotated[SetOf[Support] | None, judged("how the PCC supported it")] = None
    for_use_in: Annotated[SetOf[JusticeUse] | None, judged("where it is to be used")] = None
