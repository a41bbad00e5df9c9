"""A plan as a report: what to do, in what order, what for, and what would do instead."""

from collections.abc import Iterable, Iterator, Sequence

from engine.explain_plan import ORDER, Choice, OpenQuestion, PlanExplained
from engine.explain_step import StepExplained
from engine.model.framework import Framework
from engine.model.plan import Bargain, StepKind, Target
from engine.plan.planner import Unreachable
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.sentences import listed
from evidence_schemas.profile import questions

HEADINGS = {
    StepKind.DECIDE: "Decide",
    StepKind.ANSWER: "Answer",
    StepKind.RECORD: "Write down what may already be there, or else establish it",
    StepKind.RENEW: "Renew",
    StepKind.DO: "Do what the pack says is not done, or not held",
}


class PlanWords:
    """The words of one framework for targets and levels."""

    def __init__(self, framework: Framework) -> None:
        self._levels = {level.id: level.name for level in framework.levels}
        self._themes = {theme.id: theme.name for theme in framework.themes}
        self._sections = {section.id: section.name for section in framework.sections}

    def target(self, target: Target) -> str:
        """Say what is to be reached."""
        if target.criterion is not None:
            return f"criterion {target.criterion}"
        if target.theme is not None:
            return f"{self.level(target.level)} in theme {target.theme}, {self._themes[target.theme]}"
        if target.section is not None:
            return f"{self.level(target.level)} in section {target.section}, {self._sections[target.section]}"
        return f"{self.level(target.level)} in every section"

    def level(self, level: str | None) -> str:
        """The name of a level; `none` below the lowest."""
        return self._levels[level] if level is not None else "none"


def plan_report(explained: PlanExplained, framework: Framework, organisation: str, as_at: str) -> Report:
    """Lay out the best plan for a target."""
    words = PlanWords(framework)
    target = words.target(explained.plan.target)
    return Report(
        (
            Heading(1, f"Next for {organisation}: {target}"),
            *_opening(explained, framework, as_at),
            *_overview(explained),
            *_steps(explained, words),
            *_closing(explained, words),
        )
    )


def bargain_report(
    bargain: Bargain, explained: PlanExplained, framework: Framework, organisation: str, as_at: str
) -> Report:
    """Lay out the most that an effort can buy."""
    words = PlanWords(framework)
    plan = bargain.plan
    many, lifts = len(bargain.gained), len(explained.levels)
    more = "1 more criterion would count" if many == 1 else f"{many} more criteria would count"
    gained = more if many else "no criterion is within reach"
    who = "1 theme or section" if lifts == 1 else f"{lifts} themes and sections"
    lifted = f", and {who} would rise to a higher level" if lifts else ""
    return Report(
        (
            Heading(1, f"The most for an effort of {bargain.budget}: {organisation}"),
            Paragraph(
                f"{framework.name}, edition {framework.edition}. As at {as_at}. For an effort of {plan.effort}, "
                f"{gained}{lifted}{_proof(proven=plan.proven)}."
            ),
            *((Paragraph(f"Gained: {listed(bargain.gained)}."),) if bargain.gained else ()),
            *_steps(explained, words),
            *_closing(explained, words),
        )
    )


def sets_report(
    sets: Sequence[PlanExplained], framework: Framework, organisation: str, as_at: str, *, complete: bool
) -> Report:
    """Lay out every smallest set of steps, in short."""
    words = PlanWords(framework)
    target = words.target(sets[0].plan.target)
    many = "the only way" if len(sets) == 1 else f"{len(sets)} ways"
    bound = (
        f"This is {many} to reach it; there is no other."
        if complete and len(sets) == 1
        else f"These are all {many}, the cheapest first."
        if complete
        else f"These are the {len(sets)} cheapest ways; there are more (`--limit` shows more of them)."
    )
    blocks: list[Block] = [
        Heading(1, f"All smallest sets for {organisation}: {target}"),
        Paragraph(f"{framework.name}, edition {framework.edition}. As at {as_at}. {bound}"),
        Paragraph(
            "In each set every step is needed. Two sets differ where a demand is answered by another fact, or another "
            "clause is met. What one fact can carry is put on one fact; separate facts of the kind would do as well."
        ),
    ]
    for number, explained in enumerate(sets, start=1):
        blocks.append(Heading(2, f"Set {number}: effort {explained.plan.effort}"))
        blocks.append(Listing(tuple(_short(step) for step in explained.steps)))
    return Report(tuple(blocks))


def _short(step: StepExplained) -> Item:
    needs = (Item(need) for need in step.needs)
    return Item(f"{step.headline} ({_serving(step)})", (*needs, *(_short(other) for other in step.then)))


def _opening(explained: PlanExplained, framework: Framework, as_at: str) -> Iterator[Block]:
    plan = explained.plan
    of = len(plan.target.criteria)
    yield Paragraph(
        f"{framework.name}, edition {framework.edition}. As at {as_at}. {explained.counting} of the {of} criteria that "
        f"this needs count already."
    )
    steps = "1 step" if len(plan.steps) == 1 else f"{len(plan.steps)} steps"
    yield Paragraph(f"What is done after {as_at} counts once the pack is determined for a later day (`--as-at`).")
    yield Paragraph(
        f"The plan: {steps}, effort {plan.effort}{_proof(proven=plan.proven)}. Efforts are estimates that mean "
        "something only beside one another (`--efforts FILE` puts yours in their place)."
    )


def _overview(explained: PlanExplained) -> Iterator[Block]:
    """One line a step, where there are too many to see at a glance."""
    if len(explained.plan.steps) > _GLANCE:
        rows = [
            (str(step.number), step.headline, str(step.step.effort), ", ".join(served.id for served in step.serves))
            for step in sorted(_all(explained.steps), key=lambda step: step.number)
        ]
        yield Heading(2, "The steps in short")
        yield Table(("no.", "step", "effort", "serves"), tuple(rows))


_GLANCE = 5


def _all(steps: Iterable[StepExplained]) -> Iterator[StepExplained]:
    for step in steps:
        yield step
        yield from _all(step.then)


def _proof(*, proven: bool) -> str:
    return (
        "; proven: by these efforts no other plan of such steps costs less"
        if proven
        else "; not proven to be the cheapest"
    )


def _steps(explained: PlanExplained, words: PlanWords) -> Iterator[Block]:
    for kind in ORDER:
        steps = [step for step in explained.steps if step.step.kind is kind]
        if steps:
            yield Heading(2, HEADINGS[kind])
            yield Listing(tuple(_step(step, words) for step in steps))


def _step(step: StepExplained, words: PlanWords) -> Item:
    return Item(f"{step.number}. {step.headline}; effort {step.step.effort}", tuple(_told(step, words)))


def _told(step: StepExplained, words: PlanWords) -> Iterator[Item]:
    if step.needs:
        yield Item("it has to say:", tuple(Item(need) for need in step.needs))
    if step.bodies:
        yield Item(f"whose: {'; '.join(step.bodies)}")
    yield from (Item(held) for held in step.held)
    serves = tuple(Item(f"{served.id} {served.title}{_letters(served.clauses)}") for served in step.serves)
    yield Item(f"serves {_towards(step, words)}:", serves)
    if step.instead:
        yield Item(f"instead: {'; or '.join(step.instead)}")
    if step.near:
        yield Item(f"held, but about something else: {'; '.join(step.near)}")
    if step.shown_by is not None:
        yield Item(f"shown by: {step.shown_by}")
    if step.then:
        yield Item("then:", tuple(_step(other, words) for other in step.then))


def _letters(clauses: Iterable[str]) -> str:
    letters = [f"({letter})" for letter in clauses]
    return f" {' '.join(letters)}" if letters else ""


def _towards(step: StepExplained, words: PlanWords) -> str:
    rungs = dict.fromkeys((served.theme, served.level) for served in step.serves)
    return listed([f"theme {theme} {words.level(level)}" for theme, level in rungs])


def _serving(step: StepExplained) -> str:
    return ", ".join(f"{served.id}{_letters(served.clauses)}" for served in step.serves)


def _closing(explained: PlanExplained, words: PlanWords) -> Iterator[Block]:
    if explained.choices:
        yield Heading(2, "Where the framework leaves a choice")
        yield Listing(tuple(_choice(choice) for choice in explained.choices))
    if explained.questions:
        yield Heading(2, "Questions that the profile leaves open")
        yield Paragraph("The plan takes each of these to apply, since nobody has said otherwise.")
        yield Listing(tuple(_question(question) for question in explained.questions))
    if explained.levels:
        yield Heading(2, "What it leads to")
        rows = (
            (f"{change.sort} {change.id}  {change.name}", words.level(change.before), words.level(change.after))
            for change in explained.levels
        )
        yield Table(("section or theme", "now", "then"), tuple(rows))


def _choice(choice: Choice) -> Item:
    others = f"; {listed(choice.others, 'or')} would do as well" if choice.others else ""
    return Item(
        f"{choice.criterion} needs {choice.number} more of its clauses: the plan takes {listed(choice.taken)}{others}"
    )


def _question(question: OpenQuestion) -> Item:
    return Item(
        f"{questions()[question.question]} (`{question.question}`): if the answer is {question.answer}, "
        f"{listed(question.criteria)} would ask for less, and the plan would cost {question.effort}"
    )


def reached_report(target: Target, framework: Framework, organisation: str, as_at: str) -> Report:
    """Say that a target is reached."""
    words = PlanWords(framework).target(target)
    count = len(target.criteria)
    return Report(
        (
            Heading(1, f"Next for {organisation}: {words}"),
            Paragraph(
                f"Nothing is missing: all {count} criteria that this needs are met or not applicable. As at {as_at}."
            ),
        )
    )


def unreachable_report(
    target: Target, unreachable: Unreachable, framework: Framework, organisation: str, as_at: str
) -> Report:
    """Say why no change to the pack reaches a target."""
    points = [
        Item(f"a dispute of {criterion} was upheld; only a newer resolution that replaces that one could say otherwise")
        for criterion in unreachable.struck
    ]
    points += [Item(f"nothing that a pack can hold answers {part}") for part in unreachable.unanswerable]
    return Report(
        (
            Heading(1, f"Next for {organisation}: {PlanWords(framework).target(target)}"),
            Paragraph(f"No change to the pack reaches this. As at {as_at}."),
            Listing(tuple(points)),
        )
    )
