"""Plans as data (`spiritlevel.plan/1`), with a published schema: `plan_schema()`, kept in docs/plan.schema.json."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from engine.explain_plan import OpenQuestion, PlanExplained
from engine.explain_step import StepExplained
from engine.model.change import AmendedFact, AnsweredQuestion, NewFact, Stated
from engine.model.framework import Framework
from engine.model.plan import Bargain, Plan, Target
from engine.report.canonical import Json
from engine.report.told import FrameworkTold, PackTold, Told
from evidence_schemas.pack import EvidencePack


class TargetTold(Told):
    """What is to be reached; without level and criterion it is the named criteria."""

    level: str | None
    theme: str | None
    section: str | None
    criterion: str | None
    criteria: list[str] = Field(description="all that have to count for it, whether they do by now or not")


class ChangeTold(Told):
    """One change to the pack: a new fact, new values for a recorded one, or an answer to a question of the profile."""

    does: Literal["new_fact", "amended_fact", "answer"]
    fact: str | None = Field(description="the id of the fact; for a new one an id that is free")
    kind: str | None
    values: dict[str, str | list[str]] = Field(description="the least that the fact has to say, as a pack writes it")
    about: list[str]
    question: str | None
    answer: str | None


class ServedTold(Told):
    """One demand that a step answers; `clause` and `part` are empty where it is the criterion as a whole."""

    criterion: str
    clause: str
    part: str


class StepTold(Told):
    """One step, with the steps that refer to what it brings."""

    number: int
    sort: Literal["record", "do", "renew", "decide", "answer"]
    headline: str
    change: ChangeTold
    bodies: list[str]
    needs: list[str]
    serves: list[ServedTold]
    effort: int
    held: list[str] = Field(description="where the fact to be amended stands, or why such facts are not held")
    instead: list[str]
    near: list[str]
    shown_by: str | None
    then: list["StepTold"]


class QuestionTold(Told):
    """An open question of the profile, and what the plan would cost if the answer were this."""

    question: str
    answer: str
    criteria: list[str]
    effort: int


class ChoiceTold(Told):
    """A criterion that asks for some of its clauses: those the plan takes, and those that would do as well."""

    criterion: str
    number: int
    taken: list[str]
    others: list[str]


class LevelTold(Told):
    """A theme or section whose level the plan lifts."""

    sort: Literal["theme", "section"]
    id: str
    before: str
    after: str


class PlanTold(Told):
    """One plan. `proven` says that no other plan of such steps has a smaller effort."""

    effort: int
    proven: bool
    counting: int = Field(description="how many criteria of the target count already")
    steps: list[StepTold]
    questions: list[QuestionTold]
    choices: list[ChoiceTold]
    levels: list[LevelTold]


class PlansTold(Told):
    """The result of `spiritlevel next --format json`.

    `plans` is empty where the target is reached or cannot be reached; `unreachable` then names the criteria against
    which a dispute was upheld and the demands that nothing can answer. It is empty, too, where a budget buys nothing.
    `complete` says that no smallest set is missing.
    """

    schema_: Literal["spiritlevel.plan/1"] = Field(alias="schema")
    pack: PackTold
    framework: FrameworkTold
    as_at: str
    target: TargetTold
    outcome: Literal["reached", "planned", "unreachable"]
    asked_for: Literal["best", "all", "budget"]
    budget: int | None
    gained: list[str]
    complete: bool | None
    unreachable: list[str]
    plans: list[PlanTold]


def plan_schema() -> dict[str, object]:
    """The JSON Schema of the result."""
    return PlansTold.model_json_schema(by_alias=True)


def plans_json(  # noqa: PLR0913 - what every result names
    explained: Sequence[PlanExplained],
    target: Target,
    framework: Framework,
    pack: EvidencePack,
    as_at: str,
    *,
    reached: bool,
    asked_for: Literal["best", "all", "budget"] = "best",
    complete: bool | None = None,
    bargain: Bargain | None = None,
    unreachable: Sequence[str] = (),
) -> Json:
    """Tell plans, or why there are none, as data."""
    outcome = "unreachable" if unreachable else "reached" if reached else "planned"
    told = PlansTold(
        schema="spiritlevel.plan/1",
        pack=PackTold(organisation=pack.organisation, digest=pack.digest),
        framework=FrameworkTold(id=framework.id, edition=framework.edition, digest=framework.digest),
        as_at=as_at,
        target=TargetTold(
            level=target.level,
            theme=target.theme,
            section=target.section,
            criterion=target.criterion,
            criteria=list(target.criteria),
        ),
        outcome=outcome,
        asked_for=asked_for,
        budget=bargain.budget if bargain else None,
        gained=list(bargain.gained) if bargain else [],
        complete=complete,
        unreachable=list(unreachable),
        plans=[_plan(one.plan, one) for one in explained if one.plan.steps],
    )
    result: Json = told.model_dump(mode="json", by_alias=True)
    return result


def _plan(plan: Plan, explained: PlanExplained) -> PlanTold:
    return PlanTold(
        effort=plan.effort,
        proven=plan.proven,
        counting=explained.counting,
        steps=[_step(step) for step in explained.steps],
        questions=[_question(question) for question in explained.questions],
        choices=[
            ChoiceTold(criterion=c.criterion, number=c.number, taken=list(c.taken), others=list(c.others))
            for c in explained.choices
        ],
        levels=[
            LevelTold(sort=c.sort, id=c.id, before=c.before or "none", after=c.after or "none")
            for c in explained.levels
        ],
    )


def _question(question: OpenQuestion) -> QuestionTold:
    return QuestionTold(
        question=question.question,
        answer=question.answer,
        criteria=list(question.criteria),
        effort=question.effort,
    )


def _step(explained: StepExplained) -> StepTold:
    step = explained.step
    return StepTold(
        number=explained.number,
        sort=step.kind.value,
        headline=explained.headline,
        change=_change(step.change),
        bodies=list(explained.bodies),
        needs=list(explained.needs),
        serves=[ServedTold(criterion=s.criterion, clause=s.clause, part=s.part) for s in step.serves],
        effort=step.effort,
        held=list(explained.held),
        instead=list(explained.instead),
        near=list(explained.near),
        shown_by=explained.shown_by,
        then=[_step(other) for other in explained.then],
    )


def _change(change: NewFact | AmendedFact | AnsweredQuestion) -> ChangeTold:
    match change:
        case NewFact(id_, kind, values, about):
            return _fact("new_fact", id_, kind, values, about)
        case AmendedFact(id_, values, about):
            return _fact("amended_fact", id_, None, values, about)
        case AnsweredQuestion(question, answer):
            return ChangeTold(
                does="answer", fact=None, kind=None, values={}, about=[], question=question, answer=answer
            )


def _fact(
    does: Literal["new_fact", "amended_fact"],
    id_: str,
    kind: str | None,
    values: Sequence[tuple[str, Stated]],
    about: Sequence[str],
) -> ChangeTold:
    return ChangeTold(
        does=does,
        fact=id_,
        kind=kind,
        values={name: value if isinstance(value, str) else list(value) for name, value in values},
        about=list(about),
        question=None,
        answer=None,
    )
