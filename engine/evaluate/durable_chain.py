"""The second evaluator: durable-rules chains decided atoms to clauses, criteria, theme levels and section levels.

Every date, count, join and absence is decided before (the atoms); here only the combining is done again, by another
engine and from the framework alone. Rules are positive and only ever set bounds: a ceiling where all must hold, a floor
where one suffices. The verdict is the lowest ceiling, or the highest floor, among the bounds that fired.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.evaluate.durable_host import MAX_PATTERNS, PatternRule, RuleHost
from engine.model.criterion import Criterion
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework
from engine.model.verdict import Outcome, Verdict

_CEILINGS = {Outcome.CONTRARY: Verdict.NOT_MET, Outcome.UNRECORDED: Verdict.UNKNOWN}
_SHORT_OF_MET = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.CONTESTED)

_Rules = dict[str, list[PatternRule]]
_Fact = dict[str, str]


@dataclass(frozen=True, slots=True)
class Chained:
    """What durable-rules made of the atoms: verdicts by clause and criterion id, levels by theme and section id."""

    clauses: Mapping[str, Verdict]
    criteria: Mapping[str, Verdict]
    themes: Mapping[str, str | None]
    sections: Mapping[str, str | None]


class DurableChain:
    """The rules of one framework, registered once; `run` may be called any number of times."""

    def __init__(self, framework: Framework) -> None:
        """Raises `DurableLimit` or `DurableFailure` where durable-rules cannot hold the framework."""
        self._framework = framework
        rules = {
            "clauses": list(_clause_rules(framework)),
            "criteria": list(_criterion_rules(framework)),
            "themes": list(_theme_rules(framework)),
            "sections": list(_section_rules(framework)),
        }
        self._rulesets = {
            stratum: [f"{stratum}-{start}" for start in range(0, len(some), MAX_PATTERNS)]
            for stratum, some in rules.items()
        }
        self._host = RuleHost(
            {
                f"{stratum}-{start}": some[start : start + MAX_PATTERNS]
                for stratum, some in rules.items()
                for start in range(0, len(some), MAX_PATTERNS)
            },
            framework.digest,
        )

    def run(self, findings: Sequence[CriterionFinding]) -> Chained:
        """Chain the atoms of these findings, stratum by stratum. Their verdicts are not read."""
        clauses = _clause_verdicts(findings, self._fire("clauses", _atom_facts(findings)))
        bounds = self._fire("criteria", _clause_facts(self._framework, findings, clauses))
        criteria = _criterion_verdicts(self._framework, findings, bounds)
        themes_missed = self._fire("themes", _criterion_facts(criteria))
        sections_missed = self._fire("sections", ({"kind": "level", "id": missed} for missed in themes_missed))
        return Chained(
            clauses,
            criteria,
            {theme.id: self._highest(theme.id, themes_missed) for theme in self._framework.themes},
            {section.id: self._highest(section.id, sections_missed) for section in self._framework.sections},
        )

    def _fire(self, stratum: str, facts: Iterable[_Fact]) -> frozenset[str]:
        batch = list(facts)
        return frozenset().union(*(self._host.fired(ruleset, batch) for ruleset in self._rulesets[stratum]))

    def _highest(self, owner: str, missed: Collection[str]) -> str | None:
        reached = [level.id for level in self._framework.levels if _bound(owner, level.id) not in missed]
        return reached[-1] if reached else None


def _bound(node: str, value: str) -> str:
    return f"{node} {value}"


def _clause_rules(framework: Framework) -> Iterator[PatternRule]:
    for criterion in framework.criteria:
        for clause in criterion.needs.clauses:
            for outcome, ceiling in _CEILINGS.items():
                yield PatternRule(_bound(clause.id, ceiling), "atom", (("clause", clause.id), ("outcome", outcome)))
            yield PatternRule(_bound(clause.id, Verdict.CONTESTED), "dispute", (("clause", clause.id),))
            if clause.applies_when is not None:
                yield PatternRule(_bound(clause.id, Verdict.NOT_APPLICABLE), "exempt", (("clause", clause.id),))


def _atom_facts(findings: Sequence[CriterionFinding]) -> Iterator[_Fact]:
    for finding in findings:
        for clause in finding.clauses:
            if clause.reason is not None:
                yield {"kind": "exempt", "clause": clause.id}
            for atom in clause.atoms:
                yield {"kind": "atom", "clause": clause.id, "outcome": atom.outcome}
            for _ in clause.disputes:
                yield {"kind": "dispute", "clause": clause.id}


def _clause_verdicts(findings: Sequence[CriterionFinding], fired: Collection[str]) -> dict[str, Verdict]:
    return {clause.id: _lowest(clause.id, fired) for finding in findings for clause in finding.clauses}


def _lowest(node: str, fired: Collection[str]) -> Verdict:
    """The verdict that the ceilings leave: met where none fired."""
    if _bound(node, Verdict.NOT_APPLICABLE) in fired:
        return Verdict.NOT_APPLICABLE
    return next((ceiling for ceiling in _SHORT_OF_MET if _bound(node, ceiling) in fired), Verdict.MET)


def _criterion_rules(framework: Framework) -> Iterator[PatternRule]:
    for criterion in framework.criteria:
        if criterion.applies_when is not None or all(clause.applies_when for clause in criterion.needs.clauses):
            yield PatternRule(_bound(criterion.id, Verdict.NOT_APPLICABLE), "exempt", (("criterion", criterion.id),))
        yield PatternRule(_bound(criterion.id, Verdict.NOT_MET), "struck", (("criterion", criterion.id),))
        yield PatternRule(_bound(criterion.id, Verdict.CONTESTED), "dispute", (("criterion", criterion.id),))
        if criterion.needs.combine == "all":
            for clause in criterion.needs.clauses:
                for ceiling in _SHORT_OF_MET:
                    yield PatternRule(
                        _bound(criterion.id, ceiling), "clause", (("id", clause.id), ("verdict", ceiling))
                    )
        else:
            for floor in (*_SHORT_OF_MET, Verdict.MET):
                for number in range(_asked(criterion), len(criterion.needs.clauses) + 1):
                    yield PatternRule(
                        _floor(criterion.id, floor),
                        "tally",
                        (("criterion", criterion.id), ("verdict", floor), ("number", str(number))),
                    )


def _asked(criterion: Criterion) -> int:
    return 1 if criterion.needs.combine == "any" else criterion.needs.number


def _floor(criterion: str, verdict: Verdict) -> str:
    return f"{criterion} at least {verdict}"


def _clause_facts(
    framework: Framework, findings: Sequence[CriterionFinding], clauses: Mapping[str, Verdict]
) -> Iterator[_Fact]:
    for finding in findings:
        criterion = framework.by_id[finding.id]
        own = [clauses[clause.id] for clause in finding.clauses]
        if all(verdict is Verdict.NOT_APPLICABLE for verdict in own):
            yield {"kind": "exempt", "criterion": finding.id}
        for kind, some in (("dispute", finding.disputes), ("struck", finding.struck_by)):
            if some:
                yield {"kind": kind, "criterion": finding.id}
        for clause in finding.clauses:
            yield {"kind": "clause", "id": clause.id, "verdict": clauses[clause.id]}
        if criterion.needs.combine != "all":
            for floor in (*_SHORT_OF_MET, Verdict.MET):
                applying = [verdict for verdict in own if verdict is not Verdict.NOT_APPLICABLE]
                # Where fewer clauses apply than are asked for, all of those are asked for.
                waived = max(0, _asked(criterion) - len(applying))
                number = waived + sum(verdict.rank >= floor.rank for verdict in applying)
                yield {"kind": "tally", "criterion": finding.id, "verdict": floor, "number": str(number)}


def _criterion_verdicts(
    framework: Framework,
    findings: Sequence[CriterionFinding],
    fired: Collection[str],
) -> dict[str, Verdict]:
    verdicts: dict[str, Verdict] = {}
    for finding in findings:
        ceiling = _lowest(finding.id, fired)
        if framework.by_id[finding.id].needs.combine != "all" and ceiling in {Verdict.CONTESTED, Verdict.MET}:
            floors = [v for v in (*_SHORT_OF_MET, Verdict.MET) if _floor(finding.id, v) in fired]
            ceiling = min(ceiling, max(floors, key=lambda v: v.rank), key=lambda v: v.rank)
        verdicts[finding.id] = ceiling
    return verdicts


def _criterion_facts(criteria: Mapping[str, Verdict]) -> Iterator[_Fact]:
    for criterion, verdict in criteria.items():
        if verdict not in {Verdict.MET, Verdict.NOT_APPLICABLE}:
            yield {"kind": "criterion", "id": criterion}


def _theme_rules(framework: Framework) -> Iterator[PatternRule]:
    """An unmet criterion takes its own level and every level above out of reach."""
    for criterion in framework.criteria:
        for level in _from(framework, criterion.level):
            yield PatternRule(_bound(criterion.theme, level), "criterion", (("id", criterion.id),))


def _section_rules(framework: Framework) -> Iterator[PatternRule]:
    for theme in framework.themes:
        for level in framework.levels:
            yield PatternRule(_bound(theme.section, level.id), "level", (("id", _bound(theme.id, level.id)),))


def _from(framework: Framework, lowest: str) -> list[str]:
    """The level and all those that require it."""
    levels = [lowest]
    for level in framework.levels:
        if level.requires in levels:
            levels.append(level.id)
    return levels
