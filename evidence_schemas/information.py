"""Facts about information: data that a body collects, analyses, uses and publishes."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Lasting, OfBody, Owned, Published, Repeating
from evidence_schemas.field import About, Number, References, SetOf, Text, ends, judged, occurs, topic
from evidence_schemas.vocabulary import (
    AccessRoute,
    Characteristic,
    CollectionStep,
    DataStep,
    EvidenceSource,
    Extent,
    Finding,
    Group,
    InputKind,
    Keeping,
    Level,
    Party,
    Purpose,
    Role,
    Scope,
    Shown,
    StaffNetwork,
    Standard,
    Subject,
    SystemFunction,
    SystemWork,
    Test,
)
from evidence_schemas.when import When


class InformationRegister(Document, Owned, Fact):
    """A written list of the information sources that a body uses or knows of."""

    label: ClassVar[str] = "register of information sources"
    shown_by: ClassVar[str] = "the list of information sources itself, with its date"

    kind: Literal["information_register"]
    levels: Annotated[SetOf[Level] | None, judged("reach of the sources listed")] = None
    holders: Annotated[SetOf[Party] | None, judged("who holds the sources listed")] = None
    says_what_held: Annotated[Extent | None, judged("share of the sources of which it says what they hold")] = None
    says_why_useful: Annotated[Extent | None, judged("share of the sources whose use it states")] = None


class DataGap(Act, Owned, Fact):
    """A piece of information that was found to be missing, and the work to get it.

    Read by one criterion only, because the work on a gap has a life of its own; a register lists what exists.
    """

    label: ClassVar[str] = "gap in the data"
    shown_by: ClassVar[str] = "the paper that names the missing data, and notes of the work to get them"

    kind: Literal["data_gap"]
    subjects: Annotated[SetOf[Subject] | None, topic("what the missing information is about")] = None
    found_on: Annotated[When | None, occurs("day the gap was found")] = None
    closing_with: Annotated[SetOf[Party] | None, judged("partners in closing it")] = None


class DataSystem(Lasting, Owned, Fact):
    """A system or register in which records are brought together."""

    label: ClassVar[str] = "data system"
    shown_by: ClassVar[str] = "the manual or contract of the system, or the blank form of a record"

    kind: Literal["data_system"]
    holds: Annotated[SetOf[Subject] | None, topic("what its records are about")] = None
    takes_in: Annotated[SetOf[InputKind] | None, judged("what it takes in")] = None
    from_whom: Annotated[SetOf[Party] | None, topic("whose information it takes in")] = None
    functions: Annotated[SetOf[SystemFunction] | None, judged("what it does")] = None
    kept_in: Annotated[Keeping | None, judged("where records are kept")] = None
    work_in_hand: Annotated[SetOf[SystemWork] | None, judged("work on it that goes on")] = None


class DataAccess(Act, Owned, Fact):
    """A body got hold of a named set of data; what it did with them is another fact."""

    label: ClassVar[str] = "acquisition of data"
    shown_by: ClassVar[str] = "the email or agreement by which the data came, or the file received"

    kind: Literal["data_access"]
    source_used: Annotated[EvidenceSource | None, topic("data obtained")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("what the data are about")] = None
    via: Annotated[AccessRoute | None, judged("route")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which they are split")] = None
    purposes: Annotated[SetOf[Purpose] | None, judged("purpose")] = None


class CollectedData(Lasting, Repeating, OfBody, Owned, Fact):
    """Data that a body collects as a matter of course; not a set of data that it once obtained from somebody else."""

    label: ClassVar[str] = "data collection"
    shown_by: ClassVar[str] = "the latest returns or tables, and the form that says what is asked"

    kind: Literal["collected_data"]
    subjects: Annotated[SetOf[Subject] | None, topic("what the data are about")] = None
    gathered_by: Annotated[SetOf[Party] | None, topic("who gathers them, by asking or from the returns of others")] = (
        None
    )
    holds: Annotated[Text | None, judged("what they say about each person")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the data")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics held")] = None
    share_recorded: Annotated[Extent | None, judged("share of cases for which they are recorded")] = None
    split_by: Annotated[SetOf[Characteristic] | None, judged("characteristics by which results are split")] = None
    share_split: Annotated[Extent | None, judged("share of such data whose results are split")] = None
    used_for: Annotated[SetOf[Purpose] | None, topic("what the office has used them for")] = None
    under_represented_found: Annotated[SetOf[Group] | None, judged("groups found to be under-represented")] = None
    share_of_owners: Annotated[Extent | None, judged("share of the bodies of that sort in the area that do it")] = None


class InformationSharingArrangement(Document, Owned, Fact):
    """An agreement or a protocol between bodies to share information."""

    label: ClassVar[str] = "information-sharing arrangement"
    shown_by: ClassVar[str] = "the signed agreement or protocol, with its parties and dates"

    kind: Literal["information_sharing_arrangement"]
    parties: Annotated[SetOf[Party] | None, topic("parties to it")] = None
    laws: Annotated[SetOf[Standard] | None, judged("law that it is to keep to")] = None
    collection_agreed_by: Annotated[SetOf[CollectionStep] | None, judged("way of avoiding double collection")] = None


class ComplianceReview(Act, Owned, Fact):
    """A check of something against a named law; the finding `upheld` says that it complies."""

    label: ClassVar[str] = "compliance review"
    shown_by: ClassVar[str] = "the audit report or the legal adviser's note, with its conclusion"

    kind: Literal["compliance_review"]
    about: Annotated[
        References | None,
        About("information_sharing_arrangement", "recruitment_data", "data_system", "collected_data"),
    ] = None
    laws: Annotated[SetOf[Standard] | None, topic("law checked against")] = None
    scope: Annotated[SetOf[Scope] | None, topic("things checked")] = None
    steps: Annotated[SetOf[DataStep] | None, topic("steps of data handling checked")] = None
    share_checked: Annotated[Extent | None, judged("share of them checked")] = None
    finding: Annotated[Finding | None, judged("finding")] = None


class Analysis(Act, Owned, Fact):
    """An analysis of data or of what people said."""

    label: ClassVar[str] = "analysis"
    shown_by: ClassVar[str] = "the analyst's report, slides or workbook, with its date and the data used"

    kind: Literal["analysis"]
    about: Annotated[References | None, About("collected_data", "data_access", "data_series")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("what was analysed")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the data")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups looked at")] = None
    tests: Annotated[SetOf[Test] | None, judged("what it tested for")] = None
    ordered_by: Annotated[SetOf[Role] | None, judged("role that asked for it")] = None
    share_analysed: Annotated[Extent | None, judged("share of the cases or deployments that it covers")] = None


class UseOfEvidence(Act, Owned, Fact):
    """Something that a body learned, and what it was then used for."""

    label: ClassVar[str] = "use of evidence"
    shown_by: ClassVar[str] = "the paper or plan that cites what was learned and says what followed"

    kind: Literal["use_of_evidence"]
    about: Annotated[
        References | None,
        About(
            "analysis",
            "collected_data",
            "data_access",
            "needs_assessment",
            "engagement_activity",
            "views_gathered",
            "monitoring_review",
        ),
    ] = None
    inputs: Annotated[SetOf[EvidenceSource] | None, topic("what was drawn upon")] = None
    used_for: Annotated[SetOf[Purpose] | None, topic("what it was used for")] = None
    networks: Annotated[SetOf[StaffNetwork] | None, topic("staff networks whose views were drawn upon")] = None
    networks_heard: Annotated[
        SetOf[StaffNetwork] | None, topic("staff networks that told the office itself what was drawn upon")
    ] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the data drawn upon")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics of the groups concerned")] = None
    share_taken_up: Annotated[Extent | None, judged("share of what was found that was acted on")] = None


class Publication(Published, OfBody, Owned, Fact):
    """Information put before the public: data, or a page that explains something."""

    label: ClassVar[str] = "publication"
    shown_by: ClassVar[str] = "the page on the website with its address and date, or the printed leaflet"

    kind: Literal["publication"]
    subjects: Annotated[SetOf[Subject] | None, topic("what it is about")] = None
    shows: Annotated[SetOf[Shown] | None, judged("what its figures show")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it is split")] = None
    groups: Annotated[SetOf[Group] | None, judged("groups shown by name")] = None
    published_on: Annotated[When | None, occurs("day of publication")] = None
    taken_down_on: Annotated[When | None, ends("day it was taken down")] = None


class NeedsAssessment(Act, Owned, Fact):
    """An assessment of what a population needs; not the assessment of what a policy does to people."""

    label: ClassVar[str] = "needs assessment"
    shown_by: ClassVar[str] = "the report of the needs assessment, with what it says of each group"

    kind: Literal["needs_assessment"]
    subjects: Annotated[SetOf[Subject] | None, topic("service or matter")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups whose needs were assessed")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics considered")] = None
    overlaps: Annotated[SetOf[Characteristic] | None, judged("characteristics considered with the main one")] = None
    communities_covered: Annotated[Extent | None, judged("share of the communities of the area it looks at")] = None
    profile_given: Annotated[Text | None, judged("who the people are, as it describes them")] = None
    done_with: Annotated[SetOf[Party] | None, judged("who took part")] = None
    services_counted: Annotated[Number | None, judged("number of services it looks at")] = None
    outcomes_counted: Annotated[Number | None, judged("number of kinds of outcome it looks at")] = None
    changes_since_last: Annotated[Text | None, judged("what has changed since the last one")] = None
