"""Facts about learning: training, what training is needed, and appraisal."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Fact, Lasting, Owned, Repeating
from evidence_schemas.field import About, References, SetOf, Text, judged, later, topic
from evidence_schemas.vocabulary import AppraisalItem, Basis, Extent, Group, Phase, Point, Role, Standard, Subject
from evidence_schemas.when import When


class Training(Act, Repeating, Owned, Fact):
    """Training that was given: a course, a briefing, a programme, a study visit; not the finding that it is needed."""

    label: ClassVar[str] = "training"
    shown_by: ClassVar[str] = "the course outline, with the attendance or completion figures"

    kind: Literal["training"]
    about: Annotated[References | None, About("scrutiny_panel", "ethics_committee", "policy")] = None
    audience: Annotated[SetOf[Role] | None, topic("audience")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("topic")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it is about")] = None
    phases: Annotated[SetOf[Phase] | None, topic("phase of a person's time")] = None
    points: Annotated[SetOf[Point] | None, judged("what it spelled out")] = None
    programme: Annotated[Text | None, judged("programme that it belongs to")] = None
    standards: Annotated[SetOf[Standard] | None, judged("standards it follows")] = None
    share_of: Annotated[SetOf[Role] | None, topic("roles in the audience of which the share trained is told")] = None
    share_trained: Annotated[Extent | None, judged("share trained of each role concerned")] = None
    improved_on: Annotated[When | None, later("day of the last improvement")] = None
    improvement_shown_by: Annotated[SetOf[Basis] | None, judged("what shows the improvement")] = None


class TrainingNeedsAssessment(Act, Owned, Fact):
    """An assessment of what training is needed.

    Read by one criterion only, because it is an act apart from training, and real reports keep the two apart.
    """

    label: ClassVar[str] = "training-needs assessment"
    shown_by: ClassVar[str] = "the report that says who needs which training, and how that was found"

    kind: Literal["training_needs_assessment"]
    audience: Annotated[SetOf[Role] | None, topic("audience")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("topic")] = None


class AppraisalProcess(Lasting, Owned, Fact):
    """How appraisals or development reviews are done; not one person's appraisal."""

    label: ClassVar[str] = "appraisal process"
    shown_by: ClassVar[str] = "the appraisal guide and the blank appraisal form"

    kind: Literal["appraisal_process"]
    applies_to: Annotated[SetOf[Role] | None, topic("people appraised")] = None
    includes: Annotated[SetOf[AppraisalItem] | None, judged("contents")] = None
