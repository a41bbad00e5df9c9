"""A determination as JSON, schema `spiritlevel.determination/1` (interfaces)."""

from engine.model.determination import Determination, LevelCount, Levels, ThemeLevel
from engine.model.finding import ClauseFinding, CriterionFinding
from engine.model.framework import Framework, Theme
from engine.report.canonical import Json
from engine.report.gap_json import gap_told
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
        "gaps": [gap_told(gap, sentences).model_dump(mode="json") for gap in finding.gaps],
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


def _level(level: str | None, *, encoded: bool) -> str | None:
    """Say `none` where no level is reached; null where nothing can be said because criteria are not encoded."""
    return (level or "none") if encoded else None


def _count(count: LevelCount) -> Json:
    return {"met": count.met, "not_applicable": count.not_applicable, "encoded": count.encoded, "of": count.of}
