"""Facts about holding the force to account, and what it did about it."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Fact, Owned
from evidence_schemas.field import About, References, SetOf, judged, later, topic
from evidence_schemas.vocabulary import (
    Ask,
    EvidenceSource,
    Extent,
    ForceWork,
    Group,
    Party,
    Role,
    Setting,
    StaffNetwork,
    Standard,
    Subject,
)
from evidence_schemas.when import When


class AccountabilityAction(Act, Owned, Fact):
    """The PCC, or the office for the PCC, put a matter to the Chief Constable or the force.

    What the force then did is another fact, owned by the force.
    """

    label: ClassVar[str] = "accountability action"

    kind: Literal["accountability_action"]
    about: Annotated[References | None, About("equality_objective", "incident_response", "collected_data")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    asked_for: Annotated[SetOf[Ask] | None, topic("what was asked for")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups concerned")] = None
    for_roles: Annotated[SetOf[Role] | None, judged("roles in the force that it concerns")] = None
    of_work: Annotated[SetOf[ForceWork] | None, judged("kind of force work concerned")] = None
    setting: Annotated[Setting | None, judged("where it was put")] = None
    standards: Annotated[SetOf[Standard] | None, judged("standards that the force was asked to meet")] = None
    drew_on: Annotated[SetOf[EvidenceSource] | None, judged("evidence put with it")] = None
    involving: Annotated[SetOf[Party] | None, judged("whom the force was asked to involve")] = None
    networks: Annotated[SetOf[StaffNetwork] | None, judged("staff networks to be involved")] = None
    reaches: Annotated[Extent | None, judged("how much of the matter it reaches")] = None
    answer_on: Annotated[When | None, later("day of the recorded answer")] = None
    followed_up_on: Annotated[When | None, later("day it was taken up again")] = None
