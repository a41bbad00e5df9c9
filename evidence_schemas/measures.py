"""Facts about what changed: measures over time, views, examples and changes made."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from evidence_schemas.fact import Act, Fact, Frozen, OfBody, Owned, Period
from evidence_schemas.field import About, Amount, References, SetOf, Text, judged, later, occurs, topic
from evidence_schemas.vocabulary import (
    Benchmark,
    Changed,
    Characteristic,
    ComparisonResult,
    Described,
    EvidenceSource,
    Extent,
    Found,
    GapState,
    Giver,
    Group,
    Lean,
    Level,
    Means,
    Metric,
    Party,
    Question,
    Respondent,
    Rhythm,
    Role,
    Subject,
    Trail,
    Turn,
)
from evidence_schemas.when import When

Share = Annotated[Amount, Field(ge=0, le=1)]


class SeriesPoint(Frozen):
    """One value of a series: for a period and a group (none: everybody), in the unit of the source.

    `base` is the number of people or cases that the value is counted from; none where the value is a rate already.
    """

    period: Period
    group: Group | None = None
    value: Amount
    base: Annotated[Amount, Field(gt=0)] | None = None


def _as_table(points: tuple[SeriesPoint, ...]) -> tuple[SeriesPoint, ...]:
    rows = {(point.period.begins, point.period.ends, point.group or ""): point for point in points}
    if len(rows) < len(points):
        raise PydanticCustomError("points", "two values for the same period and group; keep one of them")
    return tuple(point for _, point in sorted(rows.items()))


class DataSeries(OfBody, Owned, Fact):
    """The values of one measure, by group and period; `points` holds one value for each, in any order.

    Read by one criterion only, because rules read a series through calculations, whose results are facts of
    other kinds.
    """

    label: ClassVar[str] = "data series"
    shown_by: ClassVar[str] = "the table or workbook of figures by group and period, with its source"

    kind: Literal["data_series"]
    metric: Annotated[Metric | None, topic("what is measured")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups with values")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it is split")] = None
    points: Annotated[tuple[SeriesPoint, ...], Field(min_length=1), AfterValidator(_as_table)] | None = None


class MeasuredChange(OfBody, Owned, Fact):
    """A measure at an earlier and at a later time; both values are in the unit of the source."""

    label: ClassVar[str] = "measured change"
    shown_by: ClassVar[str] = "the figures of both dates, with their source"

    kind: Literal["measured_change"]
    about: Annotated[
        References | None,
        About(
            "data_series",
            "workforce_target",
            "scrutiny_panel",
            "engagement_mechanism",
            "training",
            "measured_change",
        ),
    ] = None
    metric: Annotated[Metric | None, topic("what is measured")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it concerns")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter or service")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it was looked at")] = None
    parties: Annotated[SetOf[Party] | None, topic("bodies whose part is measured")] = None
    levels: Annotated[SetOf[Level] | None, topic("reach of the figures")] = None
    covered: Annotated[Extent | None, judged("share of the groups concerned that were measured")] = None
    communities_covered: Annotated[Extent | None, judged("share of the area's communities that were measured")] = None
    communities_shown_in: Annotated[Text | None, judged("what shows which communities the area has")] = None
    across: Annotated[Extent | None, judged("share of the groups measured for which it holds")] = None
    holds_alone_for: Annotated[SetOf[Party] | None, judged("bodies for which it holds when looked at apart")] = None
    improved_for: Annotated[SetOf[Characteristic] | None, judged("characteristics of those it improved for")] = None
    baseline_on: Annotated[When | None, judged("earlier date")] = None
    latest_on: Annotated[When | None, occurs("later date")] = None
    baseline_value: Annotated[Amount | None, judged("earlier value")] = None
    latest_value: Annotated[Amount | None, judged("later value")] = None
    turn: Annotated[Turn | None, judged("direction")] = None
    found: Annotated[Found | None, judged("where the numbers come from")] = None
    shown_to: Annotated[SetOf[Role] | None, judged("roles shown the result")] = None


class Comparison(OfBody, Owned, Fact):
    """A measure of one body or group set beside another at one time; not the same body at two times.

    Where it is made again and again, `last_on` is the day of the body's own figures that it last used.
    """

    label: ClassVar[str] = "comparison"
    shown_by: ClassVar[str] = "the table that sets the figures side by side, with the source of each"

    kind: Literal["comparison"]
    about: Annotated[References | None, About("data_series", "workforce_profile", "case_summary")] = None
    metrics: Annotated[SetOf[Metric] | None, topic("what is compared")] = None
    against: Annotated[SetOf[Benchmark] | None, topic("benchmark")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter or service")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which it was split")] = None
    result: Annotated[ComparisonResult | None, judged("result")] = None
    gaps: Annotated[GapState | None, judged("state of the gaps")] = None
    accepted_by: Annotated[Role | None, judged("who accepted the explanations")] = None
    rhythm: Annotated[Rhythm | None, judged("stated rhythm in which it is made")] = None
    last_on: Annotated[When | None, later("day of the body's own figures that it last used")] = None
    found: Annotated[Found | None, judged("where the numbers come from")] = None


class ViewsGathered(OfBody, Owned, Fact):
    """What people said when they were asked, once or in several rounds; `share_favourable` runs from 0 to 1."""

    label: ClassVar[str] = "record of views"
    shown_by: ClassVar[str] = "the survey report or the notes of the interviews, with questions and answers"

    kind: Literal["views_gathered"]
    about: Annotated[References | None, About("partnership_document")] = None
    question: Annotated[Question | None, topic("what they were asked about")] = None
    asked: Annotated[SetOf[Respondent] | None, topic("who was asked")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups of the people asked")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter or service")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics by which answers are split")] = None
    means: Annotated[Means | None, judged("how they were asked")] = None
    asked_on: Annotated[When | None, occurs("day they were asked")] = None
    share_favourable: Annotated[Share | None, judged("share of favourable answers")] = None
    lean: Annotated[Lean | None, judged("leaning of the answers")] = None
    share_of_services: Annotated[Extent | None, judged("share of the services concerned whose users were asked")] = None
    favourable_for: Annotated[SetOf[Group] | None, judged("groups whose own answers lean favourable")] = None
    covered: Annotated[Extent | None, judged("share of the groups concerned that were asked")] = None
    share_asked: Annotated[Extent | None, judged("share of the people in each group that were asked")] = None
    across: Annotated[Extent | None, judged("share of the groups asked for which it holds")] = None
    holds_alone_for: Annotated[SetOf[Party] | None, judged("bodies for which it holds when looked at apart")] = None
    holds_alone_among: Annotated[
        SetOf[Respondent] | None, judged("those asked for whom it holds when looked at apart")
    ] = None


class ExampleGiven(Owned, Fact):
    """One example that somebody gave, with what it describes; not the thing described."""

    label: ClassVar[str] = "example"
    shown_by: ClassVar[str] = "the written case study, or the notes of the talk in which it was given"

    kind: Literal["example_given"]
    about: Annotated[References | None, About("policy_set", "inclusion_step", "engagement_activity")] = None
    given_by: Annotated[SetOf[Giver] | None, topic("who gave it")] = None
    describes: Annotated[SetOf[Described] | None, topic("what it describes")] = None
    breakdown: Annotated[SetOf[Characteristic] | None, judged("characteristics concerned")] = None
    given_on: Annotated[When | None, occurs("day it was given")] = None


class ChangeMade(Act, Owned, Fact):
    """Something that was changed, and because of what; whether it helped is another fact."""

    label: ClassVar[str] = "change made"
    shown_by: ClassVar[str] = "the old and the new version, with the note that says why it changed"

    kind: Literal["change_made"]
    about: Annotated[
        References | None,
        About(
            "needs_assessment",
            "impact_assessment",
            "assessment_set",
            "decision_record",
            "workplace_assessment",
            "engagement_activity",
            "monitoring_review",
        ),
    ] = None
    changed: Annotated[SetOf[Changed] | None, topic("what was changed")] = None
    because_of: Annotated[SetOf[EvidenceSource] | None, topic("what led to it")] = None
    asked_by: Annotated[SetOf[Party] | None, topic("whose voice led to it")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("matter")] = None
    voices: Annotated[SetOf[Group] | None, topic("groups whose voice led to it")] = None
    made_with: Annotated[SetOf[Party] | None, judged("partners in making it")] = None
    groups: Annotated[SetOf[Group] | None, judged("groups it is for")] = None
    trail: Annotated[SetOf[Trail] | None, judged("what of it is on record")] = None
