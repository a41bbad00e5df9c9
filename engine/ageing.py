"""How the verdicts and levels of a pack change as time goes by and nobody records anything.

Evidence lapses, and what is recorded for a later day comes into force. Between two days on which a date of the pack
turns something nothing can change, so only those days are determined, and on each only what reads the facts that turn.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from engine.evaluate.conditions import RHYTHM_MONTHS
from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate
from engine.levels import LevelGraph
from engine.model.condition import WithinMonths, WithinRhythm
from engine.model.criterion import Criterion
from engine.model.determination import Determination, Levels
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, fact_types
from evidence_schemas.dating import occurs_on
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.vocabulary import Rhythm
from evidence_schemas.when import When, add_months


class TurnSort(StrEnum):
    """What a date does on the day."""

    COMES = "comes_into_force"
    """the fact is in force from this day on"""
    STATES = "states"
    """the fact, in force before, states the field from this day on"""
    LAPSES = "lapses"
    """the fact is past its end, or the date too old for a rule"""
    MAY_LAPSE = "may_lapse"
    """the date, of which only the month or the year is known, may be too old for a rule"""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A day on which something that a fact says in a field begins or ceases to count."""

    day: date
    fact: str
    field: str
    sort: TurnSort


@dataclass(frozen=True, slots=True)
class VerdictTurn:
    """A criterion with another verdict from this day on, and the dates behind it."""

    criterion: str
    before: Verdict
    after: Verdict
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class LevelTurn:
    """A section, or the theme named, with another level from this day on; None is no level."""

    section: str
    theme: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that changes on one day."""

    day: date
    verdicts: tuple[VerdictTurn, ...]
    levels: tuple[LevelTurn, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A fact that is not in force yet, the first day on which it is, and the criteria that change verdict by it."""

    fact: str
    day: date
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ageing:
    """The days on which anything changes, in order, and the facts that are still to come into force."""

    days: tuple[Day, ...]
    coming: tuple[Coming, ...]


def ageing(framework: Framework, pack: EvidencePack, determination: Determination, themes: AbstractSet[str]) -> Ageing:
    """What happens to these themes after the as-at date of a determination if nothing is recorded or renewed."""
    return _Ageing(framework, pack, determination, themes).run()


class _Ageing:
    def __init__(
        self, framework: Framework, pack: EvidencePack, determination: Determination, themes: AbstractSet[str]
    ) -> None:
        self._framework = framework
        self._pack = pack
        self._facts = {fact.id: fact for fact in pack.facts}
        self._as_at = determination.as_at
        self._themes = themes
        self._criteria = tuple(c for c in framework.criteria if c.theme in themes)
        self._reading = _readers(self._criteria)
        self._findings = {found.id: found for found in determination.criteria}
        self._graph = LevelGraph.of(framework)
        self._levels = determination.levels

    def run(self) -> Ageing:
        turning: dict[date, list[Turn]] = defaultdict(list)
        for turn in _turns(self._pack, self._as_at, self._criteria):
            turning[turn.day].append(turn)
        days = [day for when in sorted(turning) if (day := self._day(when, turning[when])) is not None]
        return Ageing(tuple(days), self._coming(turning, days))

    def _day(self, when: date, turns: Iterable[Turn]) -> Day | None:
        """What changes on this day; None where nothing does."""
        turns = sorted(set(turns))
        affected = {id_ for turn in turns for id_ in self._readers_of(self._facts[turn.fact])}
        found = self._evaluate(tuple(c for c in self._criteria if c.id in affected), when)
        changed = [
            VerdictTurn(now.id, was.verdict, now.verdict, self._behind(turns, when, was, now))
            for now in found
            if (was := self._findings[now.id]).verdict is not now.verdict
        ]
        self._findings.update({finding.id: finding for finding in found})
        if not changed:
            return None
        before = self._levels
        self._levels = self._graph.determine({id_: finding.verdict for id_, finding in self._findings.items()})
        return Day(when, tuple(changed), tuple(self._level_turns(before, self._levels)))

    def _evaluate(
        self, criteria: tuple[Criterion, ...], when: date, without: AbstractSet[str] = frozenset()
    ) -> tuple[CriterionFinding, ...]:
        kinds = {part.kind for criterion in criteria for part in criterion.parts()} | READ_BY_THE_ENGINE
        facts = tuple(fact for fact in self._pack.facts if fact.kind in kinds and fact.id not in without)
        return evaluate(replace(self._framework, criteria=criteria), stand_on(replace(self._pack, facts=facts), when))

    def _readers_of(self, fact: Fact) -> Iterable[str]:
        """The criteria whose verdict may turn with a fact: a dispute and its settlement may concern any."""
        if fact.kind in READ_BY_THE_ENGINE:
            return [criterion.id for criterion in self._criteria]
        return self._reading.get(fact.kind, ())

    def _behind(
        self, turns: Iterable[Turn], when: date, was: CriterionFinding, now: CriterionFinding
    ) -> tuple[Turn, ...]:
        """The turns of the day that a change is put down to.

        Those of facts that the findings name; and where the verdict would still change without these facts, those of
        the facts that it would then change by, and so on.
        """
        criterion = self._framework.by_id[now.id]
        left = [turn for turn in turns if now.id in self._readers_of(self._facts[turn.fact])]
        behind: set[Turn] = set()
        while left and was.verdict is not now.verdict:
            named = _named(was) | _named(now)
            concerned = {turn.fact for turn in left if not named.isdisjoint(_concerned(self._facts[turn.fact]))}
            behind.update(turn for turn in left if turn.fact in concerned or not concerned)
            left = [turn for turn in left if turn not in behind]
            without = {turn.fact for turn in behind}
            (was,) = self._evaluate((criterion,), when - timedelta(days=1), without)
            (now,) = self._evaluate((criterion,), when, without)
        return tuple(sorted(behind))

    def _level_turns(self, before: Levels, after: Levels) -> Iterator[LevelTurn]:
        themes = list(zip(self._framework.themes, before.themes, after.themes, strict=True))
        for section, was, now in zip(self._framework.sections, before.sections, after.sections, strict=True):
            inside = [theme for theme in themes if theme[0].section == section.id and theme[0].id in self._themes]
            # Of a section of which only a part is looked at, the level is not followed.
            if was.level != now.level and len(inside) == sum(t.section == section.id for t in self._framework.themes):
                yield LevelTurn(section.id, None, was.level, now.level)
            yield from (
                LevelTurn(section.id, theme.id, one.level, then.level)
                for theme, one, then in inside
                if one.level != then.level
            )

    def _coming(self, turning: Mapping[date, Iterable[Turn]], days: Iterable[Day]) -> tuple[Coming, ...]:
        changing: dict[tuple[date, str], list[str]] = defaultdict(list)
        for day in days:
            for verdict in day.verdicts:
                for turn in verdict.turns:
                    changing[turn.day, turn.fact].append(verdict.criterion)
        coming = {(when, turn.fact) for when, turns in turning.items() for turn in turns if turn.sort is TurnSort.COMES}
        return tuple(
            Coming(fact, when, tuple(dict.fromkeys(changing.get((when, fact), ())))) for when, fact in sorted(coming)
        )


def _turns(pack: EvidencePack, as_at: date, criteria: Iterable[Criterion]) -> Iterator[Turn]:
    """Every turn after the as-at date that any of the criteria could notice."""
    spans = _spans(criteria)
    kinds = {kind for kind, _ in spans} | READ_BY_THE_ENGINE
    for fact in pack.facts:
        if fact.kind in kinds:
            for turn in _of_fact(fact, spans):
                if turn.day > as_at:
                    yield turn


def _of_fact(fact: Fact, spans: Mapping[tuple[str, str], AbstractSet[int | None]]) -> Iterator[Turn]:
    begins = occurs_on(fact)
    for field in fact_types()[fact.kind].fields.values():
        when = getattr(fact, field.name)
        if not isinstance(when, When):
            continue
        if field.dating == "occurs" and begins is not None and when.last == begins.last:
            yield Turn(when.last, fact.id, field.name, TurnSort.COMES)
        if field.dating == "later" and (fact.kind, field.name) in spans:
            yield Turn(when.last, fact.id, field.name, TurnSort.STATES)
        if field.dating == "ends" and when.last < date.max:
            yield Turn(when.last + timedelta(days=1), fact.id, field.name, TurnSort.LAPSES)
        for span in spans.get((fact.kind, field.name), ()):
            months = span if span is not None else _cycle(fact)
            for day in sorted({when.first, when.last}) if months is not None else ():
                if (after := _day_after(day, months or 0)) is not None:
                    yield Turn(after, fact.id, field.name, TurnSort.LAPSES if day == when.last else TurnSort.MAY_LAPSE)
    if fact.period is not None and begins is not None and fact.period.ends.last == begins.last:
        yield Turn(begins.last, fact.id, "period", TurnSort.COMES)


def _spans(criteria: Iterable[Criterion]) -> dict[tuple[str, str], set[int | None]]:
    """By kind and name of the fields that the criteria read: how many months old a date may be there.

    None is for the cycle that the fact states. A kind that is read has an entry with no name.
    """
    spans: dict[tuple[str, str], set[int | None]] = defaultdict(set)
    for criterion in criteria:
        for part in criterion.parts():
            spans[part.kind, ""] = set()
            for condition in part.where:
                allowed = spans[part.kind, condition.field]
                if isinstance(condition.test, WithinMonths):
                    allowed.add(condition.test.months)
                elif isinstance(condition.test, WithinRhythm):
                    allowed.add(None)
    return spans


def _cycle(fact: Fact) -> int | None:
    rhythm = getattr(fact, "rhythm", None)
    return RHYTHM_MONTHS.get(Rhythm(rhythm)) if rhythm is not None else None


def _day_after(day: date, months: int) -> date | None:
    """The first day that lies more than so many months after a day; None beyond the calendar."""
    try:
        return add_months(day, months) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _readers(criteria: Iterable[Criterion]) -> dict[str, tuple[str, ...]]:
    """The criteria that read each kind of fact."""
    reading: dict[str, dict[str, None]] = defaultdict(dict)
    for criterion in criteria:
        for part in criterion.parts():
            reading[part.kind][criterion.id] = None
    return {kind: tuple(ids) for kind, ids in reading.items()}


def _named(finding: CriterionFinding) -> frozenset[str]:
    """Every fact that a finding names, and the criterion itself."""
    clauses = {fact for clause in finding.clauses for fact in (*clause.facts, *clause.disputes)}
    gaps = {gap.fact for gap in finding.gaps if gap.fact is not None}
    return frozenset({finding.id, *clauses, *gaps, *finding.disputes, *finding.struck_by})


def _concerned(fact: Fact) -> frozenset[str]:
    """A fact with what it replaces, disputes or settles."""
    disputed: frozenset[str] = fact.disputes if isinstance(fact, Dispute) else frozenset()
    settled: frozenset[str] = fact.about if isinstance(fact, Resolution) else frozenset()
    return frozenset({fact.id}) | disputed | settled | (fact.replaces or frozenset())
