"""Which demands one fact can answer together, and which not."""

from collections.abc import Mapping

from engine.model.change import Stated
from engine.model.condition import AtLeast, AtMost, Condition, Count, Covers, Is, OneOf, Recorded
from engine.plan.bundles import bundles
from plan_scenes import AS_AT, asks

SCALE = ("one", "some", "most", "all")


def together(
    kind: str,
    asked: Mapping[str, tuple[Condition, ...]],
    held: Mapping[str, str] | None = None,
    resting: tuple[Condition, ...] = (),
) -> list[set[str]]:
    return [set(bundle.demands) for bundle in bundles(kind, asked, AS_AT, held, resting)]


def settled(kind: str, asked: Mapping[str, tuple[Condition, ...]], name: str) -> set[Stated]:
    return {bundle.settled[name] for bundle in bundles(kind, asked, AS_AT)}


def test_demands_on_what_a_set_says_are_merged() -> None:
    asked = {
        "a": asks("policy", states=Covers(("sexual_harassment",))),
        "b": asks("policy", states=Count(3)),
        "c": asks("policy", title=Recorded()),
    }
    assert together("policy", asked) == [{"a", "b", "c"}]


def test_one_value_cannot_be_two() -> None:
    asked = {
        "a": asks("policy", status=Is("planned")),
        "b": asks("policy", status=Is("in_place")),
        "c": asks("policy", title=Recorded()),
    }
    assert sorted(map(sorted, together("policy", asked))) == [["a", "c"], ["b", "c"]]


def test_conflicts_in_two_fields_make_the_largest_choices_only() -> None:
    asked = {
        "a": asks("policy", status=Is("planned"), reach=Is("on_request")),
        "b": asks("policy", status=Is("in_place")),
        "c": asks("policy", reach=Is("from_menu")),
    }
    assert sorted(map(sorted, together("policy", asked))) == [["a"], ["b", "c"]]


def test_values_that_fit_two_and_two_but_not_all_three() -> None:
    asked = {
        "a": asks("policy", status=OneOf(("planned", "under_way"))),
        "b": asks("policy", status=OneOf(("under_way", "in_place"))),
        "c": asks("policy", status=OneOf(("in_place", "planned"))),
    }
    assert sorted(map(sorted, together("policy", asked))) == [["a", "b"], ["a", "c"], ["b", "c"]]


def test_bounds_on_a_scale() -> None:
    at_most, at_least = AtMost("some", SCALE), AtLeast("most", SCALE)
    apart = {"a": asks("policy", share_applied=at_most), "b": asks("policy", share_applied=at_least)}
    assert sorted(map(sorted, together("policy", apart))) == [["a"], ["b"]]
    joint = {"a": asks("policy", share_applied=AtLeast("some", SCALE)), "b": asks("policy", share_applied=at_least)}
    assert together("policy", joint) == [{"a", "b"}]
    assert settled("policy", joint, "share_applied") == {"most"}


def test_a_new_fact_has_the_owner_that_some_one_demand_asks_for() -> None:
    office, force = asks("policy", whose=Covers(("opcc",))), asks("policy", whose=Covers(("force",)))
    assert sorted(map(sorted, together("policy", {"a": office, "b": force}))) == [["a"], ["b"]]
    both = asks("policy", whose=Covers(("force", "opcc")))
    assert together("policy", {"a": office, "b": force, "c": both}) == [{"a", "b", "c"}]
    either = asks("policy", whose=OneOf(("force", "opcc")))
    assert sorted(map(sorted, together("policy", {"a": office, "b": force, "e": either}))) == [["a", "e"], ["b", "e"]]
    assert settled("policy", {"e": either}, "whose") == {("force",)}


def test_a_recorded_fact_may_get_a_further_owner() -> None:
    office, force = asks("policy", whose=Covers(("opcc",))), asks("policy", whose=Covers(("force",)))
    assert together("policy", {"a": office, "b": force}, held={}) == [{"a", "b"}]


def test_a_recorded_value_is_kept_where_it_fits() -> None:
    asked = {"a": asks("policy", status=OneOf(("planned", "in_place")))}
    assert [b.settled for b in bundles("policy", asked, AS_AT, {"status": "in_place"})] == [{"status": "in_place"}]
    assert [b.settled for b in bundles("policy", asked, AS_AT, {"status": "lapsed"})] == [{"status": "planned"}]


def test_what_counts_now_is_not_given_up() -> None:
    asked = {"a": asks("policy", status=Is("planned")), "b": asks("policy", title=Recorded())}
    resting = asks("policy", status=OneOf(("in_place", "under_way")))
    assert together("policy", asked, {"status": "in_place"}, resting) == [{"b"}]
    assert together("policy", asked, {"status": "in_place"}) == [{"a", "b"}]


def test_what_no_fact_can_say_is_in_no_bundle() -> None:
    asked = {
        "a": asks("policy", status=Is("planned"), title=Recorded()),
        "b": asks("membership_review", reviewed=Count(1)),
        "c": asks("membership_review", reviewed=Count(3)),
    }
    assert together("membership_review", {"b": asked["b"], "c": asked["c"]}) == [{"b"}]
    assert together("judgement", {"d": asks("judgement", basis=Count(1))}) == []
    contradiction = {"a": (*asks("policy", status=Is("planned")), *asks("policy", status=Is("in_place")))}
    assert together("policy", contradiction) == []


def test_order_says_nothing() -> None:
    asked = {
        "b": asks("policy", status=Is("in_place")),
        "a": asks("policy", status=Is("planned")),
        "c": asks("policy", title=Recorded()),
    }
    reordered = {name: asked[name] for name in sorted(asked)}
    assert bundles("policy", asked, AS_AT) == bundles("policy", reordered, AS_AT)
