"""Facts about information: data that a body collects, analyses, uses and publishes."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Fact, Lasting, OfBody, Owned, Published, Repeating
from evidence_schemas.field import About, References, SetOf, judged, occurs, topic
from evidence_schemas.vocabulary import (
    Characteristic,
    EvidenceSource,
    Extent,
    Group,
    Level,
    Purpose,
    Shown,
    Subject,
    Test,
)
from evidence_schemas.when import When


class CollectedData(Lasting, Repeating, OfBody, Owned, Fact):
    """Data that a body collects as a matter of course; not a set of data that it once obtained from somebody else."""

    label: ClassVar[str] = "collected data"

    kind: Literal["collected_data"]
    subjects: Annotated[SetOf[Subject] | None, topic("what the data are about")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics recorded")] = None
    share_recorded: Annotated[Extent | None, judged("for how many cases they are recorded")] = None
    under_represented_found: Annotated[SetOf[Group] | None, judged("groups found to be under-represented")] = None


class Analysis(Act, Owned, Fact):
    """An analysis of data or of what people said."""

    label: ClassVar[str] = "analysis"

    kind: Literal["analysis"]
    about: Annotated[References | None, About("collected_data", "data_access", "data_series")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("what was analysed")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the data")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups looked at")] = None
    tests: Annotated[SetOf[Test] | None, judged("what it tested for")] = None


class UseOfEvidence(Act, Owned, Fact):
    """Something that a body learned, and what it was then used for."""

    label: ClassVar[str] = "use of evidence"

    kind: Literal["use_of_evidence"]
    about: Annotated[
        References | None,
        About("analysis", "collected_data", "data_access", "needs_assessment", "engagement_activity", "views_gathered"),
    ] = None
    inputs: Annotated[SetOf[EvidenceSource] | None, topic("what was drawn upon")] = None
    used_for: Annotated[SetOf[Purpose] | None, topic("what it was used for")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the input")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics of the groups concerned")] = None


class Publication(Published, Owned, Fact):
    """Information put before the public: data, or a page that explains something."""

    label: ClassVar[str] = "publication"

    kind: Literal["publication"]
    subjects: Annotated[SetOf[Subject] | None, topic("what it is about")] = None
    shows: Annotated[SetOf[Shown] | None, judged("what its figures show")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it is split")] = None
    groups: Annotated[SetOf[Group] | None, judged("groups shown by name")] = None
    published_on: Annotated[When | None, occurs("day of publication")] = None
