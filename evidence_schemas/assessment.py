"""Facts about assessing the effect on equality."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Fact, Owned
from evidence_schemas.field import Number, SetOf, Text, judged, topic
from evidence_schemas.vocabulary import Extent, Reach, Role, Scope, Subject


class ImpactAssessment(Act, Owned, Fact):
    """One equality impact assessment; what was decided on it is another fact."""

    label: ClassVar[str] = "equality impact assessment"
    shown_by: ClassVar[str] = "the completed assessment form, with its sign-off"

    kind: Literal["impact_assessment"]
    subjects: Annotated[SetOf[Subject] | None, topic("of what")] = None
    needs_found: Annotated[Text | None, judged("needs that it found")] = None
    signed_off_by: Annotated[SetOf[Role] | None, judged("who signed it off")] = None


class AssessmentSet(Owned, Fact):
    """The equality impact assessments of one sort in a period, counted by somebody who says so."""

    label: ClassVar[str] = "set of equality impact assessments"
    shown_by: ClassVar[str] = "the log of assessments due and done, with links to those published"

    kind: Literal["assessment_set"]
    scope: Annotated[SetOf[Scope] | None, topic("what is assessed")] = None
    number: Annotated[Number | None, judged("number done")] = None
    in_scope: Annotated[Number | None, judged("number that there were to do")] = None
    share_assessed: Annotated[Extent | None, judged("share of those due that were done")] = None
    share_of_owners: Annotated[
        Extent | None, judged("share of the bodies of that sort whose assessments it counts")
    ] = None
    share_taking_views: Annotated[Extent | None, judged("how many took account of the views of those affected")] = None
    share_published: Annotated[Extent | None, judged("how many are published")] = None
    reach: Annotated[Reach | None, judged("how the public gets to them")] = None
    share_citing_objectives: Annotated[Extent | None, judged("how many refer to the PCC's equality objectives")] = None
