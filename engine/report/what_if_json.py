"""A what-if as data (`spiritlevel.what-if/1`), with a published schema: `what_if_schema()`.

It is kept in docs/what-if.schema.json.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from engine.model.determination import Determination, SectionLevel, ThemeLevel, WhyLeftOut
from engine.model.finding import ClauseFinding
from engine.model.framework import Framework, Theme
from engine.model.verdict import Verdict
from engine.report.canonical import Json
from engine.report.edit_words import EditWords
from engine.report.gap_json import GapTold, gap_told
from engine.report.told import FrameworkTold, Told
from engine.sentences import GapSentences
from engine.what_if import AddedFact, Changed, Effect, OtherDay, WhatIf


class PacksTold(Told):
    """The pack as it is and as it would be, each by its digest."""

    organisation: str
    before: str
    after: str


class DaysTold(Told):
    """The day that the pack is looked at, and the day that it is then looked at."""

    before: date
    after: date


class _EditTold(Told):
    text: str = Field(description="the edit in words")
    needless: bool = Field(description="what the edit asks for is so already")
    decides: list[str] = Field(description="criteria whose change of verdict it is a cause of")
    alone: list[str] = Field(description="where it decides none: criteria that would change by it without the others")
    without: list[str] = Field(description="where it decides none: criteria that would come out otherwise without it")
    gaps: list[str] = Field(description="criteria whose verdict stays and whose gaps it changes")


class AddedTold(_EditTold):
    """A fact is added as it stands in a file."""

    edit: Literal["add"]
    fact: str
    fact_kind: str


class DroppedTold(_EditTold):
    """A fact is taken out; those that name it are left as they are."""

    edit: Literal["drop"]
    fact: str
    still_named_by: list[str]


class FieldTold(Told):
    """A field with the values that it holds and would hold, as a pack writes them; none where it is not stated."""

    field: str
    before: list[str]
    after: list[str]


class AmendedTold(_EditTold):
    """Fields of one fact get other values."""

    edit: Literal["set"]
    fact: str
    fields: list[FieldTold]


class AnsweredTold(_EditTold):
    """A question of the profile gets another answer; null leaves it open."""

    edit: Literal["answer"]
    question: str
    answer: str | None = Field(description="yes, no or a number, as it was given")


class OtherDayTold(_EditTold):
    """The pack is looked at on another day."""

    edit: Literal["as_at"]
    day: date


EditTold = Annotated[AddedTold | DroppedTold | AmendedTold | AnsweredTold | OtherDayTold, Field(discriminator="edit")]


class LevelsTold(Told):
    """`none` where no level is reached; null where nothing can be said because criteria are not encoded."""

    before: str | None
    after: str | None


class CountsTold(Told):
    """How many criteria of a level of a theme count, of all that are published."""

    before: int
    after: int
    of: int


class ThemeTold(Told):
    """A theme, whether its level differs or not."""

    id: str
    name: str
    level: LevelsTold
    counts: dict[str, CountsTold] = Field(description="by level")


class SectionTold(Told):
    """A section with its themes, whether its level differs or not."""

    id: str
    name: str
    level: LevelsTold
    themes: list[ThemeTold]


class ClauseTold(Told):
    """A clause of the criterion as it would be, beside what it is; `before` is null where it was not looked at."""

    id: str
    before: Verdict | None
    after: Verdict
    facts_before: list[str]
    facts_after: list[str]


class ChangedTold(Told):
    """A criterion that differs, with the gaps that close and open."""

    id: str
    theme: str
    level: str
    title: str
    before: Verdict
    after: Verdict
    reason: str | None = Field(description="why it would not apply, where it would not")
    causes: list[int] = Field(description="the places of the edits behind it in `edits`, from 0")
    clauses: list[ClauseTold]
    closed: list[GapTold]
    opened: list[GapTold]


class LeftOutTold(Told):
    """A fact that does not count, and the day or the facts that put it out."""

    fact: str
    why: WhyLeftOut
    by: list[str]


class LeftOutsTold(Told):
    """The facts that do not count in the pack as it is, and as it would be."""

    before: list[LeftOutTold]
    after: list[LeftOutTold]


class WhatIfTold(Told):
    """The result of `spiritlevel what-if --format json`: both determinations side by side where they differ.

    `verdicts` are the criteria with another verdict; `gaps` those whose verdict stays and whose gaps differ.
    """

    schema_: Literal["spiritlevel.what-if/1"] = Field(alias="schema")
    pack: PacksTold
    framework: FrameworkTold
    as_at: DaysTold
    evaluators: list[str]
    edits: list[EditTold]
    sections: list[SectionTold]
    verdicts: list[ChangedTold]
    gaps: list[ChangedTold]
    left_out: LeftOutsTold


def what_if_schema() -> dict[str, object]:
    """The JSON Schema of the result."""
    return WhatIfTold.model_json_schema(by_alias=True)


def what_if_json(found: WhatIf, framework: Framework) -> Json:
    """Tell a what-if as data."""
    before, after = found.before, found.after
    words, sentences = EditWords(found), GapSentences(framework)
    places = {id(effect.edit): place for place, effect in enumerate(found.effects)}

    def changed(some: tuple[Changed, ...]) -> list[ChangedTold]:
        return [_changed(one, framework, sentences, [places[id(edit)] for edit in one.causes]) for one in some]

    told = WhatIfTold(
        schema="spiritlevel.what-if/1",
        pack=PacksTold(organisation=before.organisation, before=before.pack_digest, after=after.pack_digest),
        framework=FrameworkTold(id=before.framework, edition=before.edition, digest=before.framework_digest),
        as_at=DaysTold(before=before.as_at, after=after.as_at),
        evaluators=list(before.evaluators),
        edits=[_edit(effect, words) for effect in found.effects],
        sections=list(_sections(before, after, framework)),
        verdicts=changed(found.verdicts),
        gaps=changed(found.gaps),
        left_out=LeftOutsTold(before=_left_out(before), after=_left_out(after)),
    )
    result: Json = told.model_dump(mode="json", by_alias=True)
    return result


def _edit(effect: Effect, words: EditWords) -> EditTold:
    does = _EditTold(
        text=words.edit(effect.edit),
        needless=effect.needless,
        decides=list(effect.decides),
        alone=list(effect.alone),
        without=list(effect.without),
        gaps=list(effect.gaps),
    )
    match effect.edit:
        case AddedFact(fact):
            return AddedTold(edit="add", fact=fact.id, fact_kind=fact.kind, **dict(does))
        case WithdrawnFact(id_):
            return DroppedTold(edit="drop", fact=id_, still_named_by=list(words.still_naming(id_)), **dict(does))
        case AmendedFact(fact=id_) as edit:
            fields = [
                FieldTold(field=name, before=list(was), after=list(will_be))
                for name, was, will_be in words.values(edit)
            ]
            return AmendedTold(edit="set", fact=id_, fields=fields, **dict(does))
        case AnsweredQuestion(question, answer):
            return AnsweredTold(edit="answer", question=question, answer=answer or None, **dict(does))
        case OtherDay(day):
            return OtherDayTold(edit="as_at", day=day, **dict(does))


def _sections(before: Determination, after: Determination, framework: Framework) -> Iterator[SectionTold]:
    themes = list(zip(framework.themes, before.levels.themes, after.levels.themes, strict=True))
    for section, was, would_be in zip(framework.sections, before.levels.sections, after.levels.sections, strict=True):
        yield SectionTold(
            id=section.id,
            name=section.name,
            level=_levels(was, would_be),
            themes=[_theme(theme, one, then) for theme, one, then in themes if theme.section == section.id],
        )


def _theme(theme: Theme, was: ThemeLevel, would_be: ThemeLevel) -> ThemeTold:
    counts = {
        level: CountsTold(
            before=count.met + count.not_applicable,
            after=would_be.counts[level].met + would_be.counts[level].not_applicable,
            of=count.of,
        )
        for level, count in was.counts.items()
    }
    return ThemeTold(id=theme.id, name=theme.name, level=_levels(was, would_be), counts=counts)


def _levels(was: SectionLevel | ThemeLevel, would_be: SectionLevel | ThemeLevel) -> LevelsTold:
    one, then = ((found.level or "none") if found.encoded else None for found in (was, would_be))
    return LevelsTold(before=one, after=then)


def _changed(changed: Changed, framework: Framework, sentences: GapSentences, causes: Sequence[int]) -> ChangedTold:
    criterion = framework.by_id[changed.criterion]
    before = {clause.id: clause for clause in changed.before.clauses}
    return ChangedTold(
        id=criterion.id,
        theme=criterion.theme,
        level=criterion.level,
        title=criterion.title,
        before=changed.before.verdict,
        after=changed.after.verdict,
        reason=changed.after.reason,
        causes=list(causes),
        clauses=[_clause(before.get(clause.id), clause) for clause in changed.after.clauses],
        closed=[gap_told(gap, sentences) for gap in changed.closed],
        opened=[gap_told(gap, sentences) for gap in changed.opened],
    )


def _clause(was: ClauseFinding | None, would_be: ClauseFinding) -> ClauseTold:
    return ClauseTold(
        id=would_be.id,
        before=was.verdict if was else None,
        after=would_be.verdict,
        facts_before=list(was.facts) if was else [],
        facts_after=list(would_be.facts),
    )


def _left_out(determination: Determination) -> list[LeftOutTold]:
    return [LeftOutTold(fact=out.fact, why=out.why, by=list(out.by)) for out in determination.left_out]
