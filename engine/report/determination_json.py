"""A determination as JSON, schema `spiritlevel.determination/1` (interfaces)."""

from engine.model.condition import AtLeast, AtMost, Count, Covers, Is, OneOf, Recorded, Test, WithinMonths, WithinRhythm
from engine.model.determination import Determination, LevelCount, Levels, ThemeLevel
from engine.model.finding import ClauseFinding, CriterionFinding
from engine.model.framework import Framework, Theme
from engine.model.gap import Gap
from engine.report.canonical import Json
from engine.sentences import GapSentences

SCHEMA = "spiritlevel.determination/1"


def determination_json(determination: Determination, framework: Framework) -> Json:
    """Give the determination in the published shape. No clock, path or machine name is in it."""
    sentences = GapSentences(framework)
    return {
        "schema": SCHEMA,
        "pack": {"organisation": determination.organisation, "digest": determination.pack_digest},
        "framework": {
            "id": determination.framework,
            "edition": determination.edition,
            "digest": determination.framework_digest,
        },
        "as_at": determination.as_at.isoformat(),
        "evaluators": list(determination.evaluators),
        "sections": _sections(determination.levels, framework),
        "criteria": [_criterion(finding, framework, sentences) for finding in determination.criteria],
        "left_out": [{"fact": out.fact, "why": out.why, "by": list(out.by)} for out in determination.left_out],
    }


def _sections(levels: Levels, framework: Framework) -> Json:
    themes = dict(zip((theme.id for theme in framework.themes), levels.themes, strict=True))
    return [
        {
            "id": section.id,
            "name": section.name,
            "level": _level(level.level, encoded=level.encoded),
            "encoded": level.encoded,
            "held_back_by": list(level.held_back_by),
            "themes": [_theme(theme, themes[theme.id]) for theme in framework.themes if theme.section == section.id],
        }
        for section, level in zip(framework.sections, levels.sections, strict=True)
    ]


def _theme(theme: Theme, level: ThemeLevel) -> Json:
    return {
        "id": theme.id,
        "name": theme.name,
        "level": _level(level.level, encoded=level.encoded),
        "encoded": level.encoded,
        "counts": {id_: _count(count) for id_, count in level.counts.items()},
        "held_back_by": list(level.held_back_by),
    }


def _criterion(finding: CriterionFinding, framework: Framework, sentences: GapSentences) -> Json:
    criterion = framework.by_id[finding.id]
    return {
        "id": finding.id,
        "theme": criterion.theme,
        "level": criterion.level,
        "title": criterion.title,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "clauses": [_clause(clause) for clause in finding.clauses],
        "gaps": [gap_json(gap, sentences) for gap in finding.gaps],
        "disputes": list(finding.disputes),
        "upheld": list(finding.struck_by),
    }


def _clause(clause: ClauseFinding) -> Json:
    return {
        "id": clause.id,
        "verdict": clause.verdict,
        "facts": list(clause.facts),
        "disputes": list(clause.disputes),
        "reason": clause.reason,
    }


def gap_json(gap: Gap, sentences: GapSentences) -> Json:
    """Give a gap as data, with its sentence."""
    return {
        "kind": gap.kind,
        "clause": gap.clause or None,
        "part": gap.part or None,
        "fact": gap.fact,
        "fact_kind": gap.fact_kind,
        "field": gap.field,
        "found": sentences.found(gap),
        "found_values": list(gap.found),
        "needed": sentences.needed(gap),
        "needed_tests": {c.field: test_json(c.test) for c in sentences.demanded(gap)},
        "about": list(gap.about),
        "have": gap.have,
        "want": gap.want,
        "lapsed_on": gap.day,
        "disputes": list(gap.disputes),
        "question": gap.question,
        "not_held": list(gap.reasons),
        "near": [{"fact": miss.fact, "field": miss.field, "found": list(miss.found)} for miss in gap.near],
        "text": sentences.sentence(gap),
    }


def test_json(test: Test) -> Json:
    """Give a test in the words of the notation."""
    match test:
        case Is(value):
            return {"is": value}
        case OneOf(values):
            return {"one_of": list(values)}
        case Covers(values):
            return {"covers": list(values)}
        case AtLeast(value):
            return {"at_least": value}
        case AtMost(value):
            return {"at_most": value}
        case Recorded():
            return {"recorded": "yes"}
        case WithinMonths(months):
            return {"within": f"{months} months"}
        case WithinRhythm():
            return {"within": "rhythm"}
        case Count(number):
            return {"count": number}


def _level(level: str | None, *, encoded: bool) -> str | None:
    """Say `none` where no level is reached; null where nothing can be said because criteria are not encoded."""
    return (level or "none") if encoded else None


def _count(count: LevelCount) -> Json:
    return {"met": count.met, "not_applicable": count.not_applicable, "encoded": count.encoded, "of": count.of}
