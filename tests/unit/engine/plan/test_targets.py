"""Which criteria a target needs, which level comes next, and which levels a choice of criteria reaches."""

import pytest

from engine.determine import Judge
from engine.model.condition import Is, Recorded
from engine.model.criterion import Criterion
from engine.model.plan import Efforts, Target
from engine.plan.planner import Planner
from engine.plan.targets import criterion_target, level_target, next_level
from evidence_schemas.pack import EvidencePack
from plan_scenes import AS_AT, EFFORTS, criterion, framework_of, made, pack_of, part


def simple(id_: str, kind: str = "policy") -> Criterion:
    return criterion(id_, part(f"{id_}.a", kind, status=Is("in_place" if kind == "policy" else "done")))


LADDER = framework_of(
    simple("1.1.1"), simple("1.1.10", "training"), simple("1.1.2"), simple("1.2.1", "training"), simple("2.1.1"),
    simple("3.1.1", "membership_review"),
)  # fmt: skip
POLICY = made("P1", "policy", status="in_place")
TRAINING = made("T1", "training", status="done")


def test_a_level_needs_the_criteria_of_each_level_up_to_it_in_published_order() -> None:
    assert level_target(LADDER, "L1", theme="1").criteria == ("1.1.1", "1.1.2", "1.1.10")
    assert level_target(LADDER, "L2", theme="1").criteria == ("1.1.1", "1.1.2", "1.1.10", "1.2.1")
    assert level_target(LADDER, "L2", section="A").criteria == ("1.1.1", "1.1.2", "1.1.10", "1.2.1", "2.1.1")
    assert level_target(LADDER, "L1").criteria == ("1.1.1", "1.1.2", "1.1.10", "2.1.1", "3.1.1")
    assert criterion_target("1.2.1") == Target(None, None, None, "1.2.1", ("1.2.1",))
    with pytest.raises(KeyError):
        level_target(LADDER, "L3")


@pytest.mark.parametrize(
    ("pack", "theme", "section", "level"),
    [
        (pack_of(), None, None, "L1"),
        (pack_of(POLICY), "2", None, None),
        (pack_of(POLICY), "1", None, "L1"),
        (pack_of(POLICY, TRAINING), "1", None, None),
        (pack_of(POLICY, TRAINING), None, "A", None),
        (pack_of(POLICY, TRAINING), None, None, "L1"),
        (pack_of(POLICY, TRAINING), None, "B", "L1"),
    ],
)
def test_the_next_level_is_above_the_lowest(
    pack: EvidencePack, theme: str | None, section: str | None, level: str | None
) -> None:
    levels = Judge.of(LADDER, both=False).determine(pack, AS_AT).levels
    assert next_level(LADDER, levels, theme, section) == level


@pytest.mark.parametrize(
    ("budget", "gained", "levels"),
    [
        (1, (), ()),
        (4, ("3.1.1",), ("section B L1", "section B L2", "theme 3 L1", "theme 3 L2")),
        (8, ("1.1.1", "1.1.2", "1.1.10", "1.2.1", "2.1.1"), ("section A L2", "theme 1 L2", "theme 2 L2")),
        (12, ("1.1.1", "1.1.2", "1.1.10", "1.2.1", "2.1.1", "3.1.1"), ("section B L2", "theme 3 L2")),
    ],
)
def test_a_budget_buys_levels_first(budget: int, gained: tuple[str, ...], levels: tuple[str, ...]) -> None:
    found = Planner(LADDER, pack_of(), AS_AT, EFFORTS).bargain(level_target(LADDER, "L2"), budget)
    assert found.gained == gained
    assert {" ".join(level) for level in found.levels} >= set(levels)
    assert found.plan.effort <= budget
    assert found.plan.target == Target(None, None, None, None, gained)


def test_levels_go_before_criteria() -> None:
    """One training lifts two criteria of a theme of three; one policy that costs as much lifts one theme."""
    both = framework_of(
        criterion("1.1.1", part("1.1.1.a", "training", status=Is("done"))),
        criterion("1.1.2", part("1.1.2.a", "training", programme=Recorded())),
        criterion("1.1.3", part("1.1.3.a", "membership_review", status=Is("done"))),
        criterion("2.1.1", part("2.1.1.a", "policy", status=Is("in_place"))),
    )
    found = Planner(both, pack_of(), AS_AT, EFFORTS).bargain(level_target(both, "L1"), EFFORTS.other)
    assert found.gained == ("2.1.1",)
    assert ("theme", "2", "L1") in found.levels


def test_what_has_to_be_settled_is_paid_for() -> None:
    alone = framework_of(simple("1.1.1"))
    pack, target = pack_of(made("X1", "dispute", disputes=["1.1.1"])), level_target(alone, "L1")
    short, enough = EFFORTS.other, EFFORTS.other + EFFORTS.decide
    planner = Planner(alone, pack, AS_AT, EFFORTS)
    poor, rich = planner.bargain(target, short), planner.bargain(target, enough)
    assert (poor.gained, poor.plan.effort) == ((), 0)
    assert (rich.gained, rich.plan.effort) == (("1.1.1",), enough)


def test_what_counts_already_is_not_gained() -> None:
    found = Planner(LADDER, pack_of(POLICY), AS_AT, EFFORTS).bargain(level_target(LADDER, "L2", theme="1"), 4)
    assert found.gained == ("1.1.10", "1.2.1")
    assert found.plan.target.criteria == ("1.1.1", "1.1.2", "1.1.10", "1.2.1")
    assert set(found.levels) == {("theme", "1", "L1"), ("theme", "1", "L2")}


def test_efforts_are_those_given() -> None:
    dear = Efforts({"policy": 9}, 4, **dict.fromkeys(("fill", "renew", "finish", "change", "decide"), 1))
    assert Planner(LADDER, pack_of(), AS_AT, dear).plan(level_target(LADDER, "L1", theme="2")).effort == 9
