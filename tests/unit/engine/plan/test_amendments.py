"""What has to change in a recorded fact, and what sort of work that is; what a new fact says."""

from collections.abc import Iterable

import pytest

from engine.model.change import Stated
from engine.model.condition import AtLeast, Condition, Count, Covers, Is, OneOf, Recorded, WithinMonths, WithinRhythm
from engine.model.plan import StepKind
from engine.plan.amendments import amendment, new_values
from plan_scenes import AS_AT, EFFORTS, asks, standing

SCALE = ("one", "some", "most", "all")
TODAY = AS_AT.isoformat()


def changed(
    kind: str, said: dict[str, object], where: Iterable[Condition], resting: Iterable[Condition] = ()
) -> tuple[dict[str, Stated], StepKind] | None:
    found = amendment(standing(kind, **said), where, resting, AS_AT)
    return (dict(found.values), found.kind) if found else None


def effort(kind: str, said: dict[str, object], where: Iterable[Condition]) -> int:
    found = amendment(standing(kind, **said), where, (), AS_AT)
    assert found is not None
    return found.effort(EFFORTS)


def test_nothing_has_to_change_in_a_fact_that_answers() -> None:
    where = asks("policy", status=OneOf(("in_place", "under_way")), states=Covers(("sexual_harassment",)))
    assert changed("policy", {"status": "under_way", "states": ["sexual_harassment"]}, where) is None


def test_what_is_left_open_is_written_down() -> None:
    assert changed("policy", {}, asks("policy", status=Is("in_place"), title=Recorded())) == (
        {"status": "in_place", "title": "stated"},
        StepKind.RECORD,
    )
    assert effort("policy", {}, asks("policy", title=Recorded())) == EFFORTS.fill


def test_what_is_said_otherwise_has_to_become_so() -> None:
    where = asks("policy", reach=OneOf(("from_menu", "from_topic_page")))
    assert changed("policy", {"reach": "on_request"}, where) == ({"reach": "from_menu"}, StepKind.DO)
    assert effort("policy", {"reach": "on_request"}, where) == EFFORTS.change


def test_a_scale_is_raised_no_further_than_asked() -> None:
    where = asks("policy", share_applied=AtLeast("most", SCALE))
    assert changed("policy", {"share_applied": "one"}, where) == ({"share_applied": "most"}, StepKind.DO)


def test_sets_grow_and_lose_nothing() -> None:
    where = asks("policy", states=Covers(("sexual_harassment", "different_forms_of_harassment")))
    found = changed("policy", {"states": ["sexual_harassment", "treatment_after_harassment"]}, where)
    words = ("different_forms_of_harassment", "sexual_harassment", "treatment_after_harassment")
    assert found == ({"states": words}, StepKind.DO)
    counted = changed("membership_review", {"groups": ["black"]}, asks("membership_review", groups=Count(3)))
    assert counted is not None
    groups = counted[0]["groups"]
    assert "black" in groups
    assert len(groups) == 3


def test_an_old_date_is_renewed() -> None:
    where = asks("membership_review", done_on=WithinMonths(12))
    assert changed("membership_review", {"done_on": "2021-05"}, where) == ({"done_on": TODAY}, StepKind.RENEW)
    assert effort("membership_review", {"done_on": "2021-05"}, where) == EFFORTS.renew
    assert changed("membership_review", {"done_on": "2023-05"}, where) is None


def test_a_date_that_may_be_too_old_is_renewed() -> None:
    where = asks("membership_review", done_on=WithinMonths(12))
    assert changed("membership_review", {"done_on": "2023"}, where) == ({"done_on": TODAY}, StepKind.RENEW)


def test_a_date_of_something_still_to_come_is_not_stated_yet() -> None:
    found = changed("policy", {"reviewed_on": "2024-05-01"}, asks("policy", reviewed_on=WithinMonths(12)))
    assert found == ({"reviewed_on": TODAY}, StepKind.RECORD)


def test_a_lapsed_end_is_put_off_whatever_is_asked() -> None:
    said: dict[str, object] = {"valid_until": "2023-12-31", "title": "A policy"}
    assert changed("policy", said, asks("policy", title=Recorded())) == ({"valid_until": TODAY}, StepKind.RENEW)
    said["valid_until"] = TODAY
    assert changed("policy", said, asks("policy", title=Recorded())) is None


def test_a_rhythm_that_repeats_keeps_its_cycle() -> None:
    where = asks("training", last_on=WithinRhythm())
    assert changed("training", {"rhythm": "monthly", "last_on": "2024-03-10"}, where) is None
    late = changed("training", {"rhythm": "monthly", "last_on": "2023-06-10"}, where)
    assert late == ({"last_on": TODAY}, StepKind.RENEW)


def test_no_rhythm_is_written_down_to_suit_an_old_date() -> None:
    where = asks("training", last_on=WithinRhythm())
    assert changed("training", {"last_on": "2023-06-10"}, where) == ({"rhythm": "yearly"}, StepKind.RECORD)
    old = changed("training", {"last_on": "2022-06-10"}, where)
    assert old == ({"last_on": TODAY, "rhythm": "yearly"}, StepKind.RENEW)


def test_what_was_given_up_is_not_carried_out_but_changed() -> None:
    where = asks("training", status=Is("done"))
    assert effort("training", {"status": "planned"}, where) == EFFORTS.finish
    assert effort("training", {"status": "under_way"}, where) == EFFORTS.finish
    assert effort("training", {"status": "dropped"}, where) == EFFORTS.change


def test_a_rhythm_that_is_asked_for_is_the_usual_one() -> None:
    yearly = asks("training", last_on=WithinRhythm(), rhythm=OneOf(("monthly", "yearly")))
    assert changed("training", {"last_on": "2023-06-10"}, yearly) == ({"rhythm": "yearly"}, StepKind.RECORD)
    late = changed("training", {"last_on": "2022-06-10"}, yearly)
    assert late == ({"last_on": TODAY, "rhythm": "yearly"}, StepKind.RENEW)


def test_once_is_no_rhythm() -> None:
    where = asks("training", last_on=WithinRhythm())
    said: dict[str, object] = {"rhythm": "once", "last_on": "2023-06-10"}
    assert changed("training", said, where) == ({"rhythm": "yearly"}, StepKind.DO)


def test_the_dearest_work_is_what_all_of_it_costs() -> None:
    where = asks("policy", reach=Is("from_menu"), title=Recorded(), reviewed_on=WithinMonths(12))
    said: dict[str, object] = {"reach": "on_request", "reviewed_on": "2019"}
    assert changed("policy", said, where) == (
        {"reach": "from_menu", "reviewed_on": TODAY, "title": "stated"},
        StepKind.DO,
    )
    assert effort("policy", said, where) == max(EFFORTS.change, EFFORTS.renew, EFFORTS.fill)
    assert effort("policy", {"reviewed_on": "2019"}, where) == max(EFFORTS.renew, EFFORTS.fill)


def test_what_counts_now_goes_on_counting() -> None:
    where = asks("policy", status=OneOf(("planned", "in_place")))
    resting = asks("policy", status=OneOf(("lapsed", "in_place")))
    assert changed("policy", {"status": "lapsed"}, where, resting) == ({"status": "in_place"}, StepKind.DO)
    with pytest.raises(ValueError, match="no value of `status`"):
        changed("policy", {"status": "lapsed"}, where, asks("policy", status=Is("lapsed")))
    assert changed("policy", {}, where, resting) == ({"status": "in_place"}, StepKind.RECORD)


def test_what_is_planned_or_begun_is_finished() -> None:
    where = asks("policy", status=Is("in_place"))
    assert changed("policy", {"status": "under_way"}, where) == ({"status": "in_place"}, StepKind.DO)
    assert effort("policy", {"status": "under_way"}, where) == EFFORTS.finish
    assert effort("policy", {}, where) == EFFORTS.fill


def test_to_say_what_a_silent_fact_is_about_is_a_guess() -> None:
    silent = amendment(
        standing("policy", title="A policy"), asks("policy", subjects=Covers(("section_60",))), (), AS_AT
    )
    whose = amendment(standing("policy", title="A policy"), asks("policy", whose=Covers(("opcc",))), (), AS_AT)
    assert silent is not None
    assert whose is not None
    assert (silent.guesses, silent.kind, silent.effort(EFFORTS)) == (True, StepKind.RECORD, EFFORTS.fill)
    assert (whose.guesses, whose.kind) == (False, StepKind.RECORD)


def test_to_name_what_it_is_about_is_work_too() -> None:
    fact = standing("policy", title="A policy")
    assert amendment(fact, (), (), AS_AT) is None
    named = amendment(fact, (), (), AS_AT, refers=True)
    assert named is not None
    assert (named.values, named.kind, named.guesses) == ((), StepKind.RECORD, True)


def test_a_new_fact_says_the_least() -> None:
    where = (
        *asks("policy", states=Covers(("sexual_harassment",)), share_applied=AtLeast("some", SCALE)),
        *asks("policy", states=Covers(("different_forms_of_harassment",)), whose=OneOf(("force", "opcc"))),
    )
    assert dict(new_values("policy", where, {"whose": ("opcc",)}, AS_AT)) == {
        "share_applied": "some",
        "states": ("different_forms_of_harassment", "sexual_harassment"),
        "whose": ("opcc",),
    }
    with pytest.raises(ValueError, match="no value of `status`"):
        new_values("policy", asks("policy", status=Is("planned")) + asks("policy", status=Is("lapsed")), {}, AS_AT)
