"""Facts about engaging with people, and bringing in those who are left out."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Lasting, OfBody, Owned
from evidence_schemas.field import About, References, SetOf, Text, judged, topic
from evidence_schemas.vocabulary import (
    ActivityAim,
    AimedAt,
    Channel,
    Characteristic,
    CommissioningStage,
    CommsFinding,
    EvidenceSource,
    Extent,
    Group,
    Method,
    Mode,
    Novelty,
    Party,
    Process,
    Purpose,
    Role,
    Sought,
    StaffNetwork,
    StepKind,
    Subject,
)


class EngagementStrategy(Document, Owned, Fact):
    """A strategy for engagement.

    Read by one criterion only, because its content differs from that of every other strategy.
    """

    label: ClassVar[str] = "engagement strategy"
    shown_by: ClassVar[str] = "the strategy itself, with the record of its approval"

    kind: Literal["engagement_strategy"]
    modes_described: Annotated[SetOf[Mode] | None, judged("levels of engagement it describes")] = None
    when_to_use_given_for: Annotated[SetOf[Mode] | None, judged("levels for which it says when to use them")] = None


class EngagementMechanism(Lasting, Owned, Fact):
    """A standing way of engaging with people; not a single act of it."""

    label: ClassVar[str] = "engagement mechanism"
    shown_by: ClassVar[str] = "its terms of reference, the page that invites people to it, or its calendar"

    kind: Literal["engagement_mechanism"]
    feeds: Annotated[SetOf[Purpose] | None, topic("what it feeds")] = None
    aimed_at: Annotated[AimedAt | None, topic("whom it is meant for")] = None
    run_with: Annotated[SetOf[Party] | None, judged("partners in running it")] = None
    open_to: Annotated[SetOf[Party] | None, judged("who can take part")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("protected groups it is open to by name")] = None
    novelty: Annotated[Novelty | None, judged("how new it is here")] = None


class EngagementActivity(Act, Owned, Fact):
    """One act of engaging with people, or one series of them; what it led to is another fact."""

    label: ClassVar[str] = "engagement activity"
    shown_by: ClassVar[str] = "the notes of the event or meeting: when it was, who came, what was asked"

    kind: Literal["engagement_activity"]
    with_whom: Annotated[SetOf[Party] | None, topic("those engaged")] = None
    networks: Annotated[SetOf[StaffNetwork] | None, topic("staff networks met")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups reached")] = None
    feeds: Annotated[SetOf[Purpose] | None, topic("what it feeds")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    stages: Annotated[SetOf[CommissioningStage] | None, topic("stage of commissioning")] = None
    aimed_at: Annotated[AimedAt | None, topic("whom it is meant for")] = None
    meant_for: Annotated[SetOf[Group] | None, topic("groups it was meant for")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("protected characteristics of those reached")] = None
    mode: Annotated[Mode | None, judged("level of engagement")] = None
    methods: Annotated[SetOf[Method] | None, judged("how people were reached")] = None
    sought: Annotated[SetOf[Sought] | None, judged("what was sought")] = None
    reaches: Annotated[Extent | None, judged("share of the services or providers concerned that it reaches")] = None


class InclusionStep(Act, OfBody, Owned, Fact):
    """A step that brings a group in, or removes what keeps it out."""

    label: ClassVar[str] = "inclusion step"
    shown_by: ClassVar[str] = "the paper, notice or invoice that shows what was done and for whom"

    kind: Literal["inclusion_step"]
    about: Annotated[References | None, About("collected_data", "monitoring_review", "comparison")] = None
    processes: Annotated[SetOf[Process] | None, topic("process into which it brings people")] = None
    kinds: Annotated[SetOf[StepKind] | None, topic("kind of step")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it is for")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics it is for")] = None
    need_met: Annotated[Text | None, judged("specific or individual need that it meets")] = None
    need_shown_by: Annotated[SetOf[EvidenceSource] | None, judged("what showed the need")] = None


class PublicActivity(Act, Owned, Fact):
    """An event, a project or a campaign with an aim."""

    label: ClassVar[str] = "public activity"
    shown_by: ClassVar[str] = "the programme or poster of the event, or the report written after it"

    kind: Literal["public_activity"]
    about: Annotated[References | None, About("policy_set")] = None
    aims: Annotated[SetOf[ActivityAim] | None, topic("aim")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it is for")] = None
    staff_groups_reached: Annotated[
        Extent | None, judged("share of the protected groups among the staff that it reached")
    ] = None
    channels: Annotated[SetOf[Channel] | None, judged("where it took place or appeared")] = None
    share_of_owners: Annotated[Extent | None, judged("share of the bodies of that sort in the area that do it")] = None


class CommunicationsReview(Act, OfBody, Owned, Fact):
    """A look at the communications of a body: what they further, how they picture people, and who can read them."""

    label: ClassVar[str] = "review of communications"
    shown_by: ClassVar[str] = "the report of the review, with the material looked at and what was found"

    kind: Literal["communications_review"]
    channels: Annotated[SetOf[Channel] | None, topic("channels looked at")] = None
    found_for: Annotated[Channel | None, topic("the one channel that finding and share speak of")] = None
    led_by: Annotated[Role | None, judged("role that ordered or led it")] = None
    found: Annotated[SetOf[CommsFinding] | None, judged("what it found")] = None
    share_found: Annotated[Extent | None, judged("share of what it looked at for which that holds")] = None
