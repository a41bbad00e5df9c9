"""Facts about scrutiny by the public: panels, their chairs and members, and what they did."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Lasting, Owned, Repeating
from evidence_schemas.field import About, References, SetOf, Text, ends, judged, later, occurs, topic
from evidence_schemas.vocabulary import (
    Chair,
    Extent,
    Group,
    MemberSupport,
    Paid,
    PanelReviewed,
    Party,
    Reviewable,
    Role,
    ScrutinyStep,
    Subject,
    Test,
)
from evidence_schemas.when import When


class ScrutinyPanel(Lasting, Owned, Fact):
    """A community group that scrutinises the force; who chairs it and what it did are other facts."""

    label: ClassVar[str] = "community scrutiny panel"
    shown_by: ClassVar[str] = "the panel's terms of reference, or minutes of its meetings"

    kind: Literal["scrutiny_panel"]
    scrutinises: Annotated[SetOf[Subject] | None, topic("what it scrutinises")] = None
    may_review: Annotated[SetOf[Reviewable] | None, judged("what it may review")] = None
    tests_for: Annotated[SetOf[Test] | None, judged("what it tests for")] = None


class ChairAppointment(Fact):
    """Who chairs a body of people, as a role.

    Read by one criterion only, because a chair is appointed apart from the panel and changes more often.
    """

    label: ClassVar[str] = "appointment of a chair"
    shown_by: ClassVar[str] = "the letter of appointment, or the minutes that record who took the chair"

    kind: Literal["chair_appointment"]
    about: Annotated[References | None, About("scrutiny_panel", "ethics_committee")] = None
    chair_is: Annotated[Chair | None, judged("who chairs")] = None
    appointed_on: Annotated[When | None, occurs("day of appointment")] = None
    ended_on: Annotated[When | None, ends("last day in the chair")] = None


class MembershipReview(Act, Owned, Fact):
    """A review of who may join a body of people, and how."""

    label: ClassVar[str] = "review of membership"
    shown_by: ClassVar[str] = "the report or minutes of the review, with any barriers that it found"

    kind: Literal["membership_review"]
    about: Annotated[References | None, About("scrutiny_panel")] = None
    reviewed: Annotated[SetOf[PanelReviewed] | None, judged("what was reviewed")] = None
    barriers_found: Annotated[Text | None, judged("barriers to joining that it found, or that there are none")] = None
    groups: Annotated[SetOf[Group] | None, judged("groups whose barriers it considered")] = None
    barriers_removed_on: Annotated[When | None, later("day the barriers found were removed")] = None


class PanelMembership(Fact):
    """The make-up of a body of people at a date.

    Read by one criterion only, because the make-up changes with each appointment, so it is dated apart from the body.
    """

    label: ClassVar[str] = "record of membership"
    shown_by: ClassVar[str] = "a dated summary of where members come from, without their names"

    kind: Literal["panel_membership"]
    about: Annotated[References | None, About("scrutiny_panel", "ethics_committee")] = None
    drawn_from: Annotated[SetOf[Party] | None, judged("where members come from")] = None
    share_from_public: Annotated[Extent | None, judged("how many members are members of the public")] = None
    trained_in: Annotated[SetOf[Subject] | None, judged("what members are trained in")] = None
    qualified_in: Annotated[SetOf[Subject] | None, judged("what members are qualified in")] = None


class ScrutinyExercise(Act, Repeating, Owned, Fact):
    """One exercise of scrutiny, or one series of them; not the right to hold one."""

    label: ClassVar[str] = "scrutiny exercise"
    shown_by: ClassVar[str] = "the minutes or report of the session, with the roles that came"

    kind: Literal["scrutiny_exercise"]
    about: Annotated[References | None, About("scrutiny_panel")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("what was scrutinised")] = None
    groups: Annotated[SetOf[Group] | None, topic("groups it looked at in particular")] = None
    steps: Annotated[SetOf[ScrutinyStep] | None, judged("what was done")] = None
    attended_by: Annotated[SetOf[Role] | None, judged("roles that came")] = None
    share_attending: Annotated[Extent | None, judged("how many of the people in that role came")] = None


class MemberTerms(Document, Fact):
    """The terms for members of a body of people, or what they are handed in place of such: a handbook, a leaflet."""

    label: ClassVar[str] = "set of terms for members"
    shown_by: ClassVar[str] = "the terms, handbook or leaflet that members are given"

    kind: Literal["member_terms"]
    about: Annotated[References | None, About("scrutiny_panel", "ethics_committee")] = None
    pays_for: Annotated[SetOf[Paid] | None, judged("what members are paid for")] = None
    support: Annotated[SetOf[MemberSupport] | None, judged("support to which members are pointed")] = None


class EthicsCommittee(Lasting, Owned, Fact):
    """A committee that advises on ethics.

    Read by one criterion only, because its remit is not that of a scrutiny panel.
    """

    label: ClassVar[str] = "ethics committee"
    shown_by: ClassVar[str] = "the committee's terms of reference, or minutes of its meetings"

    kind: Literal["ethics_committee"]
    remit: Annotated[SetOf[Subject] | None, topic("what it advises on")] = None
    advises: Annotated[SetOf[Role] | None, judged("whom it advises")] = None
    reports_to: Annotated[SetOf[Role] | None, judged("to whom it reports")] = None
    set_up_by: Annotated[SetOf[Role] | None, judged("who set it up")] = None
    works_alongside: Annotated[SetOf[Party] | None, judged("bodies whose work it is to complement")] = None
