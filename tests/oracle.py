"""A second reading of what a determination means: every assignment of facts is tried, and nothing is clever.

Written from the definition, not from the engine, and slow on purpose. It knows verdicts and levels only, no gaps.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product

from engine.model import condition as asked
from engine.model.condition import Condition, ProfileCondition, Test
from engine.model.criterion import Criterion, Part
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import fact_types
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack
from evidence_schemas.profile import Answer, Profile
from evidence_schemas.when import When

ORDER = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.CONTESTED, Verdict.MET)
COUNTS = {Verdict.MET, Verdict.NOT_APPLICABLE}
CYCLES = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}

Way = frozenset[tuple[str, Verdict]]
"""The verdicts of the parts under one assignment, by the ids of the parts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Verdicts and levels. A clause has several verdicts where several assignments are equally good."""

    criteria: Mapping[str, Verdict]
    clauses: Mapping[str, frozenset[Verdict]]
    themes: Mapping[str, str | None]
    sections: Mapping[str, str | None]


def judge(framework: Framework, pack: EvidencePack, as_at: date) -> Judged:
    """Judge the pack. Levels are given for the themes and sections of which every criterion is encoded."""
    evidence = Evidence.of(pack, as_at)
    criteria: dict[str, Verdict] = {}
    clauses: dict[str, frozenset[Verdict]] = {}
    for criterion in framework.criteria:
        criteria[criterion.id], of_clauses = _criterion(criterion, evidence)
        clauses |= of_clauses
    ladder = [None, *(level.id for level in framework.levels)]
    whole = [theme.id for theme in framework.themes if framework.missing(theme) == 0]
    themes = {theme: _level(framework, theme, criteria) for theme in whole}
    sections: dict[str, str | None] = {}
    for section in framework.sections:
        own = [theme.id for theme in framework.themes if theme.section == section.id]
        if own and all(theme in whole for theme in own):
            sections[section.id] = min((themes[theme] for theme in own), key=ladder.index)
    return Judged(criteria, clauses, themes, sections)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The facts that count on the day, the profile, and the ids against which disputes are open or were upheld."""

    as_at: date
    facts: tuple[Fact, ...]
    profile: Profile
    disputed: frozenset[str]
    struck: frozenset[str]

    @classmethod
    def of(cls, pack: EvidencePack, as_at: date) -> "Evidence":
        """Leave out what does not exist yet, what is replaced, and what a dispute has struck."""
        begun = [fact for fact in pack.facts if all(when.last <= as_at for when in _stated(fact, "occurs"))]
        existing = [fact for fact in begun if fact.period is None or fact.period.ends.last <= as_at]
        replaced = {old for fact in existing for old in fact.replaces or ()}
        current = [fact for fact in existing if fact.id not in replaced]
        disputed: set[str] = set()
        struck: set[str] = set()
        for dispute in current:
            if isinstance(dispute, Dispute):
                sides = {str(r.side) for r in current if isinstance(r, Resolution) and dispute.id in r.about}
                if sides == {"dispute_upheld"}:
                    struck |= dispute.disputes
                elif sides != {"evidence_upheld"}:
                    disputed |= dispute.disputes
        facts = tuple(fact for fact in current if fact.id not in struck)
        return cls(as_at, facts, pack.profile, frozenset(disputed), frozenset(struck))


def _criterion(criterion: Criterion, evidence: Evidence) -> tuple[Verdict, dict[str, frozenset[Verdict]]]:
    silent = {clause.id: frozenset({Verdict.NOT_APPLICABLE}) for clause in criterion.needs.clauses}
    clauses = [clause for clause in criterion.needs.clauses if _applies(clause.applies_when, evidence.profile)]
    if not clauses or not _applies(criterion.applies_when, evidence.profile):
        return Verdict.NOT_APPLICABLE, silent
    found: dict[str, set[Verdict]] = {clause.id: set() for clause in clauses}
    combined: set[Verdict] = set()
    joined = _joined([part for clause in clauses for part in clause.parts])
    for ways in product(*(_best_ways(parts, evidence) for parts in joined)):
        parts = dict(pair for way in ways for pair in way)
        verdicts = [_worst(parts[part.id] for part in clause.parts) for clause in clauses]
        for clause, verdict in zip(clauses, verdicts, strict=True):
            found[clause.id].add(verdict)
        combined.add(_combine(criterion, verdicts))
    (verdict,) = combined
    if criterion.id in evidence.struck:
        verdict = Verdict.NOT_MET
    elif criterion.id in evidence.disputed and verdict is Verdict.MET:
        verdict = Verdict.CONTESTED
    return verdict, silent | {clause: frozenset(verdicts) for clause, verdicts in found.items()}


def _combine(criterion: Criterion, verdicts: Sequence[Verdict]) -> Verdict:
    best_first = sorted(verdicts, key=ORDER.index, reverse=True)
    asked_for = {"all": len(verdicts), "any": 1, "at_least": criterion.needs.number}[criterion.needs.combine]
    return best_first[min(asked_for, len(verdicts)) - 1]


def _joined(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts in groups, so that each join stays within one group."""
    groups: list[list[Part]] = []
    for part in parts:
        touched = [group for group in groups if any(other.name in part.about for other in group)]
        groups = [group for group in groups if group not in touched]
        groups.append([*(other for group in touched for other in group), part])
    return groups


def _best_ways(parts: Sequence[Part], evidence: Evidence) -> list[Way]:
    """The assignments of facts to these parts of which the worst verdict is the best."""
    ways = set(_ways(parts, evidence, {}))
    best = max(ORDER.index(_worst(verdict for _, verdict in way)) for way in ways)
    return [way for way in ways if ORDER.index(_worst(verdict for _, verdict in way)) == best]


def _ways(parts: Sequence[Part], evidence: Evidence, named: Mapping[str, str | None]) -> Iterator[Way]:
    if not parts:
        yield frozenset()
        return
    part, *rest = parts
    able = {fact.id: v for fact in evidence.facts if (v := says(fact, part, named, evidence)) is not None}
    for chosen in combinations(able, min(part.number, len(able))):
        missing = [Verdict.UNKNOWN] if len(chosen) < part.number else []
        known = {**named, part.name: chosen[0] if chosen else None} if part.name else named
        for others in _ways(rest, evidence, known):
            yield others | {(part.id, _worst([*missing, *(able[fact] for fact in chosen)]))}


def says(fact: Fact, part: Part, named: Mapping[str, str | None], evidence: Evidence) -> Verdict | None:
    """What the fact makes of the part; None where it is about another matter."""
    if fact.kind != part.kind:
        return None
    topics = [holds(condition, fact, evidence.as_at) for condition in part.where if condition.topic]
    topics += [_is_about(fact, named[name]) for name in part.about]
    if False in topics:
        return None
    if None in topics:
        return Verdict.UNKNOWN
    lapsed = any(when.last < evidence.as_at for when in _stated(fact, "ends"))
    judged = [(c.field, holds(c, fact, evidence.as_at)) for c in part.where if not c.topic]
    if any(holds is False and (field == "status" or not lapsed) for field, holds in judged):
        return Verdict.NOT_MET
    if lapsed or any(holds is None for _, holds in judged):
        return Verdict.UNKNOWN
    return Verdict.CONTESTED if fact.id in evidence.disputed else Verdict.MET


def _is_about(fact: Fact, target: str | None) -> bool | None:
    references: frozenset[str] | None = getattr(fact, "about", None)
    if target is None:
        return False
    return target in references if references else None


def holds(condition: Condition, fact: Fact, as_at: date) -> bool | None:
    """Whether the fact says what is asked; None where it says nothing that would decide it."""
    value = getattr(fact, condition.field)
    dating = fact_types()[fact.kind].fields[condition.field].dating
    if value is None or (dating == "later" and value.last > as_at):
        return None
    return _passes(condition.test, value, getattr(fact, "rhythm", None), as_at)


def _passes(test: Test, value: object, rhythm: str | None, as_at: date) -> bool | None:
    match test, value:
        case asked.Recorded(), _:
            return True
        case asked.WithinMonths(months), When():
            return _fresh(value, months, as_at)
        case asked.WithinRhythm(), When():
            return _in_cycle(value, rhythm, as_at)
        case asked.Covers(wanted), frozenset():
            return set(wanted) <= value
        case asked.OneOf(wanted), _:
            return bool(set(wanted) & (value if isinstance(value, frozenset) else {str(value)}))
        case asked.Count(least), frozenset():
            return len(value) >= least
        case asked.Is(wanted), _:
            return str(value) == wanted
        case ((asked.AtLeast() | asked.AtMost()), _):
            number, bound = (Decimal(test.scale.index(str(v)) if test.scale else str(v)) for v in (value, test.value))
            return number >= bound if isinstance(test, asked.AtLeast) else number <= bound
    raise AssertionError(f"{test} does not fit {value!r}")


def _in_cycle(value: When, rhythm: str | None, as_at: date) -> bool | None:
    if rhythm is None or rhythm == "once":
        return None if rhythm is None else False
    return _fresh(value, CYCLES[rhythm], as_at) if rhythm in CYCLES else True


def _fresh(value: When, months: int, as_at: date) -> bool | None:
    """True where each day that is meant lies within the months before the as-at date; else nothing is decided."""
    return True if _months_later(value.first, months) >= as_at else None


def _months_later(day: date, months: int) -> date:
    """Go on month by month; where the last month has no such day, its last day is meant."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    end = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), end)


def _stated(fact: Fact, dating: str) -> list[When]:
    fields = fact_types()[fact.kind].fields.values()
    return [when for f in fields if f.dating == dating and (when := getattr(fact, f.name)) is not None]


def _applies(condition: ProfileCondition | None, profile: Profile) -> bool:
    answer: Answer | int | None = getattr(profile, condition.question) if condition else None
    if condition is None or answer is None:
        return True
    value = ("yes" if answer.answer else "no") if isinstance(answer, Answer) else answer
    return _passes(condition.test, value, None, date.max) is True


def _level(framework: Framework, theme: str, verdicts: Mapping[str, Verdict]) -> str | None:
    """Climb from the lowest level for as long as everything on it is met or not applicable."""
    unmet = [{verdicts[c.id] for c in framework.of_theme(theme, level.id)} - COUNTS for level in framework.levels]
    reached = [level.id for height, level in enumerate(framework.levels) if not any(unmet[: height + 1])]
    return reached[-1] if reached else None


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return min(verdicts, key=ORDER.index)
