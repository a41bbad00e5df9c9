"""Plans in words: what depends on what, what would do instead, what is near, which choices and questions are left."""

from dataclasses import replace

from engine.advise import Advisor
from engine.explain_plan import Choice, LevelChange, OpenQuestion, PlanExplained
from engine.explain_step import StepExplained
from engine.model.condition import Covers, Is, OneOf, ProfileCondition, WithinMonths
from engine.model.criterion import Criterion
from engine.model.plan import Efforts
from engine.plan.targets import criterion_target, level_target
from evidence_schemas.pack import EvidencePack, SourceDocument
from plan_scenes import AS_AT, CHAIR, EFFORTS, criterion, framework_of, made, pack_of, part

PANEL = part("1.1.1.a", "scrutiny_panel", "panel", status=Is("in_place"))
CHAIRED = part("1.1.1.b", "chair_appointment", about=("panel",), chair_is=Is(CHAIR))
REVIEWED = part("1.1.1.c", "membership_review", about=("panel",), status=Is("done"))
POLICY = part("1.1.1.a", "policy", status=Is("in_place"))
TRAINING = part("1.1.1.b", "training", status=Is("done"))
ANALYSIS = part("1.1.1.c", "analysis", status=Is("done"))
DEPUTY = ProfileCondition("deputy_employed", Is("yes"))


def explained(asked: Criterion, pack: EvidencePack, efforts: Efforts = EFFORTS) -> PlanExplained:
    pack = replace(pack, documents=(SourceDocument(id="D1", title="Annual report"),))
    return Advisor(framework_of(asked), pack, AS_AT, efforts).best(criterion_target(asked.id))


def only(asked: Criterion, pack: EvidencePack, efforts: Efforts = EFFORTS) -> StepExplained:
    (step,) = explained(asked, pack, efforts).steps
    return step


def test_what_depends_on_a_step_stands_below_it() -> None:
    panel = explained(criterion("1.1.1", PANEL, CHAIRED, REVIEWED), pack_of()).steps
    (root,) = panel
    assert root.headline.startswith("record or establish a community scrutiny panel")
    assert [below.headline.split(" ")[-1] for below in root.then] == ["chair", "membership"]
    assert [root.number, *(below.number for below in root.then)] == [1, 2, 3]
    for below in root.then:
        assert below.then == ()
        assert any(need.startswith("it refers to new-") for need in below.needs)


def test_what_depends_on_a_recorded_fact_stands_alone() -> None:
    panel = made("P1", "scrutiny_panel", status="in_place")
    chair, review = explained(criterion("1.1.1", PANEL, CHAIRED, REVIEWED), pack_of(panel)).steps
    assert chair.then == review.then == ()
    assert "it refers to community scrutiny panel P1" in chair.needs


def test_the_words_of_a_step_say_what_sort_of_work_it_is() -> None:
    fresh, found = WithinMonths(12), OneOf(("from_menu",))
    asked = criterion("1.1.1", part("1.1.1.a", "policy", status=Is("in_place"), reviewed_on=fresh, reach=found))
    held = {"status": "in_place", "reviewed_on": "2023-06", "reach": "from_menu"}
    dear = replace(EFFORTS, other=30)

    def headline(**other: str | None) -> str:
        said = {name: value for name, value in {**held, **other}.items() if value is not None}
        return only(asked, pack_of(made("F1", "policy", **said)), dear).headline

    assert headline(status=None) == "complete policy F1"
    assert headline(reviewed_on="2020") == "renew policy F1"
    assert headline(status="planned") == "carry out policy F1"
    assert headline(reach="on_request") == "change policy F1"
    assert only(asked, pack_of()).headline == "record or establish a policy"
    assert only(asked, pack_of(not_held=("policy",))).headline == "establish a policy"
    disputed = pack_of(made("F1", "policy", **held), made("X1", "dispute", disputes=["F1"]))
    assert only(asked, disputed).headline == "have X1 settled; the plan holds if the evidence is upheld"
    assert only(asked, disputed).needs == ()


def test_what_changes_stands_beside_what_is_said_now() -> None:
    asked = criterion("1.1.1", part("1.1.1.a", "policy", status=Is("in_place"), reach=OneOf(("from_menu",))))
    step = only(asked, pack_of(made("F1", "policy", status="planned")), replace(EFFORTS, other=30))
    needs = dict(need.rsplit(" (", 1) for need in step.needs)
    assert sorted(needs.values()) == ["not stated yet)", "now planned)"]


def test_what_is_asked_of_one_set_twice_is_said_once() -> None:
    asked = criterion(
        "1.1.1",
        part("1.1.1.a", "policy", states=Covers(("sexual_harassment",)), status=Is("in_place")),
        part("1.1.1.b", "policy", states=Covers(("different_forms_of_harassment",)), status=Is("in_place")),
    )
    step = only(asked, pack_of())
    assert len(step.needs) == 2
    (served,) = step.serves
    assert (served.id, served.title, served.clauses) == ("1.1.1", "Title of 1.1.1", ("a", "b"))
    assert (served.theme, served.level) == ("1", "L1")


def test_the_owner_is_named() -> None:
    asked = criterion("1.1.1", part("1.1.1.a", "policy", whose=Covers(("opcc",)), status=Is("in_place")))
    assert only(asked, pack_of()).bodies == ("owner: the office",)
    held = pack_of(made("F1", "policy", whose=["force", "opcc"], status="planned"))
    (body,) = only(asked, held, replace(EFFORTS, other=30)).bodies
    assert body in {"owner: the force and the office", "owner: the office and the force"}
    assert only(criterion("1.1.1", POLICY), pack_of()).bodies == ()


def test_a_new_fact_could_be_a_recorded_one_changed_and_the_other_way_about() -> None:
    asked = criterion("1.1.1", POLICY)
    held = pack_of(made("F1", "policy", status="lapsed"), made("F2", "training"))
    instead = only(asked, held, replace(EFFORTS, finish=9)).instead
    assert len(instead) == 1
    assert instead[0].startswith("policy F1, ")
    assert only(asked, held, replace(EFFORTS, other=30)).instead == ("a new policy that says all of this",)
    assert only(asked, pack_of()).instead == ()


def test_facts_of_the_kind_on_another_matter_are_near() -> None:
    asked = criterion("1.1.1", part("1.1.1.a", "policy", subjects=Covers(("section_60",)), status=Is("in_place")))
    others = [made(f"F{place}", "policy", subjects=["stop_and_search"], status="in_place") for place in range(5)]
    near = only(asked, pack_of(*others)).near
    assert len(near) == 3
    assert all("policy F" in miss and "matter is" in miss for miss in near)
    assert only(asked, pack_of()).near == ()


def test_where_some_clauses_are_enough_the_others_are_named() -> None:
    asked = criterion("1.1.1", POLICY, TRAINING, ANALYSIS, combine="at_least", number=2)
    cheap = replace(EFFORTS, new={"analysis": 9})
    (choice,) = explained(asked, pack_of(), cheap).choices
    assert choice == Choice("1.1.1", 2, ("1.1.1.a", "1.1.1.b"), ("1.1.1.c",))
    (choice,) = explained(asked, pack_of(made("F1", "policy", status="in_place")), cheap).choices
    assert choice == Choice("1.1.1", 1, ("1.1.1.b",), ("1.1.1.c",))
    assert explained(criterion("1.1.1", POLICY, TRAINING), pack_of()).choices == ()


def test_a_dispute_of_the_criterion_is_no_choice_of_clauses() -> None:
    asked = criterion("1.1.1", POLICY, TRAINING, combine="any")
    disputed = made("X1", "dispute", disputes=["1.1.1"])
    (choice,) = explained(asked, pack_of(disputed), replace(EFFORTS, new={"training": 9})).choices
    assert choice == Choice("1.1.1", 1, ("1.1.1.a",), ("1.1.1.b",))
    settled = explained(asked, pack_of(disputed, made("F1", "policy", status="in_place")))
    assert settled.choices == ()
    assert [served.clauses for step in settled.steps for served in step.serves] == [()]


def test_an_open_question_is_named_where_its_answer_saves_effort() -> None:
    asked = criterion("1.1.1", POLICY, TRAINING, clauses_when={"1.1.1.b": DEPUTY})
    (question,) = explained(asked, pack_of()).questions
    assert question == OpenQuestion("deputy_employed", "no", ("1.1.1",), EFFORTS.of_new("policy"))
    answered = pack_of(profile={"deputy_employed": {"answer": "yes", "reason": "there is one"}})
    assert explained(asked, answered).questions == ()
    trained = pack_of(made("F1", "training", status="done"))
    assert explained(asked, trained).questions == ()
    whole = criterion("1.1.1", POLICY, applies_when=DEPUTY)
    assert explained(whole, pack_of()).questions == (OpenQuestion("deputy_employed", "no", ("1.1.1",), 0),)


def test_levels_that_rise_are_named_with_what_they_were() -> None:
    framework = framework_of(
        criterion("1.1.1", POLICY), criterion("1.2.1", replace(TRAINING, id="1.2.1.a")),
        criterion("2.1.1", replace(ANALYSIS, id="2.1.1.a")),
    )  # fmt: skip
    advisor = Advisor(framework, pack_of(made("F1", "policy", status="in_place")), AS_AT, EFFORTS)
    found = advisor.best(level_target(framework, "L2", theme="1"))
    assert found.counting == 1
    assert found.levels == (LevelChange("theme", "1", "Theme 1", "L1", "L2"),)
    found = advisor.best(level_target(framework, "L1"))
    assert found.levels == (
        LevelChange("section", "A", "Section A", None, "L1"),
        LevelChange("theme", "2", "Theme 2", None, "L2"),
    )


def test_a_target_that_is_reached_has_no_steps() -> None:
    found = explained(criterion("1.1.1", POLICY), pack_of(made("F1", "policy", status="in_place")))
    assert (found.counting, found.steps, found.plan.effort, found.levels) == (1, (), 0, ())
