"""Facts about learning: training, what training is needed, and appraisal."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Fact, Owned, Repeating
from evidence_schemas.field import About, References, SetOf, Text, judged, later, topic
from evidence_schemas.vocabulary import Extent, Phase, Point, Role, Standard, Subject
from evidence_schemas.when import When


class Training(Act, Repeating, Owned, Fact):
    """Training that was given: a course, a briefing or a programme; not the finding that it is needed."""

    label: ClassVar[str] = "training"

    kind: Literal["training"]
    about: Annotated[References | None, About("scrutiny_panel", "ethics_committee", "policy")] = None
    audience: Annotated[SetOf[Role] | None, topic("to whom")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("on what")] = None
    phases: Annotated[SetOf[Phase] | None, topic("when in a person's time")] = None
    points: Annotated[SetOf[Point] | None, judged("what it spelled out")] = None
    programme: Annotated[Text | None, judged("programme that it belongs to")] = None
    standards: Annotated[SetOf[Standard] | None, judged("standards it follows")] = None
    share_trained: Annotated[Extent | None, judged("how many of the audience were trained")] = None
    improved_on: Annotated[When | None, later("day of the last improvement")] = None
