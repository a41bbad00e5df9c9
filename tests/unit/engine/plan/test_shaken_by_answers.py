"""An answer that excuses one criterion may take from another a clause by which it is met."""

from engine.model.change import AmendedFact, AnsweredQuestion, NewFact
from engine.model.condition import Is, ProfileCondition, Recorded
from engine.plan.planner import Planner
from engine.plan.targets import level_target
from plan_scenes import AS_AT, EFFORTS, criterion, framework_of, made, pack_of, part

DEPUTY = ProfileCondition("deputy_employed", Is("yes"))
FRAMEWORK = framework_of(
    criterion("1.1.1", part("1.1.1.a", "training", status=Is("done")), applies_when=DEPUTY),
    criterion(
        "1.1.2",
        part("1.1.2.a", "policy", title=Recorded()),
        part("1.1.2.b", "analysis", status=Is("done")),
        part("1.1.2.c", "assurance", reasons=Recorded()),
        combine="at_least",
        number=2,
        clauses_when={"1.1.2.b": DEPUTY},
    ),
)
PACK = pack_of(made("F1", "analysis", status="done"), made("F2", "assurance", reasons="because"))


def changes(limit: int) -> list[set[str]]:
    found = Planner(FRAMEWORK, PACK, AS_AT, EFFORTS).smallest_sets(level_target(FRAMEWORK, "L1"), limit)
    assert found.complete
    return [{told(step.change) for step in plan.steps} for plan in found.plans]


def told(change: NewFact | AmendedFact | AnsweredQuestion) -> str:
    match change:
        case NewFact(kind=kind):
            return f"new {kind}"
        case AmendedFact(fact=fact):
            return fact
        case AnsweredQuestion(question, answer):
            return f"{question}: {answer}"


def test_a_set_with_an_answer_makes_good_what_the_answer_takes_away() -> None:
    assert changes(10) == [{"new training"}, {"deputy_employed: no", "new policy"}]


def test_the_effort_under_an_answer_counts_what_it_takes_away() -> None:
    planner = Planner(FRAMEWORK, PACK, AS_AT, EFFORTS)
    target = level_target(FRAMEWORK, "L1")
    assert planner.effort_if(target) == {AnsweredQuestion("deputy_employed", "no"): EFFORTS.of_new("policy")}
