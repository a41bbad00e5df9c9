"""A what-if as JSON, schema `spiritlevel.what-if/1`."""

from collections.abc import Iterator

from engine.model.change import AmendedFact, AnsweredQuestion, WithdrawnFact
from engine.model.determination import Determination, SectionLevel, ThemeLevel
from engine.model.framework import Framework, Theme
from engine.report.canonical import Json
from engine.report.determination_json import gap_json
from engine.report.edit_words import EditWords
from engine.sentences import GapSentences
from engine.what_if import AddedFact, Changed, Edit, Effect, OtherDay, WhatIf

SCHEMA = "spiritlevel.what-if/1"


def what_if_json(found: WhatIf, framework: Framework) -> Json:
    """Give both determinations side by side where they differ. `edit` names edits by their place in `edits`, from 0."""
    before, after = found.before, found.after
    words, sentences = EditWords(found), GapSentences(framework)
    places = {id(effect.edit): place for place, effect in enumerate(found.effects)}

    def changed(some: tuple[Changed, ...]) -> Json:
        return [_changed(one, framework, sentences, [places[id(edit)] for edit in one.causes]) for one in some]

    return {
        "schema": SCHEMA,
        "pack": {"organisation": before.organisation, "before": before.pack_digest, "after": after.pack_digest},
        "framework": {"id": before.framework, "edition": before.edition, "digest": before.framework_digest},
        "as_at": {"before": before.as_at.isoformat(), "after": after.as_at.isoformat()},
        "evaluators": list(before.evaluators),
        "edits": [_edit(effect, words) for effect in found.effects],
        "sections": list(_sections(before, after, framework)),
        "verdicts": changed(found.verdicts),
        "gaps": changed(found.gaps),
        "left_out": {"before": _left_out(before), "after": _left_out(after)},
    }


def _edit(effect: Effect, words: EditWords) -> Json:
    return {
        **_what(effect.edit, words),
        "text": words.edit(effect.edit),
        "needless": effect.needless,
        "decides": list(effect.decides),
        "alone": list(effect.alone),
        "without": list(effect.without),
        "gaps": list(effect.gaps),
    }


def _what(edit: Edit, words: EditWords) -> dict[str, Json]:
    match edit:
        case AddedFact(fact):
            return {"edit": "add", "fact": fact.id, "fact_kind": fact.kind}
        case WithdrawnFact(id_):
            return {"edit": "drop", "fact": id_, "still_named_by": list(words.still_naming(id_))}
        case AmendedFact(fact=id_):
            fields: list[Json] = [
                {"field": name, "before": list(was), "after": list(will_be)}
                for name, was, will_be in words.values(edit)
            ]
            return {"edit": "set", "fact": id_, "fields": fields}
        case AnsweredQuestion(question, answer):
            return {"edit": "answer", "question": question, "answer": answer or None}
        case OtherDay(day):
            return {"edit": "as_at", "day": day.isoformat()}


def _sections(before: Determination, after: Determination, framework: Framework) -> Iterator[Json]:
    themes = list(zip(framework.themes, before.levels.themes, after.levels.themes, strict=True))
    for section, was, would_be in zip(framework.sections, before.levels.sections, after.levels.sections, strict=True):
        yield {
            "id": section.id,
            "name": section.name,
            "level": _levels(was, would_be),
            "themes": [_theme(theme, one, then) for theme, one, then in themes if theme.section == section.id],
        }


def _theme(theme: Theme, was: ThemeLevel, would_be: ThemeLevel) -> Json:
    counts: dict[str, Json] = {
        level: {
            "before": count.met + count.not_applicable,
            "after": would_be.counts[level].met + would_be.counts[level].not_applicable,
            "of": count.of,
        }
        for level, count in was.counts.items()
    }
    return {"id": theme.id, "name": theme.name, "level": _levels(was, would_be), "counts": counts}


def _levels(was: SectionLevel | ThemeLevel, would_be: SectionLevel | ThemeLevel) -> Json:
    """`none` where no level is reached; null where nothing can be said because criteria are not encoded."""
    one, then = ((found.level or "none") if found.encoded else None for found in (was, would_be))
    return {"before": one, "after": then}


def _changed(changed: Changed, framework: Framework, sentences: GapSentences, causes: list[int]) -> Json:
    criterion = framework.by_id[changed.criterion]
    before = {clause.id: clause for clause in changed.before.clauses}
    clauses: list[Json] = [
        {
            "id": clause.id,
            "before": before[clause.id].verdict if clause.id in before else None,
            "after": clause.verdict,
            "facts_before": list(before[clause.id].facts) if clause.id in before else [],
            "facts_after": list(clause.facts),
        }
        for clause in changed.after.clauses
    ]
    return {
        "id": criterion.id,
        "theme": criterion.theme,
        "level": criterion.level,
        "title": criterion.title,
        "before": changed.before.verdict,
        "after": changed.after.verdict,
        "reason": changed.after.reason,
        "causes": list(causes),
        "clauses": clauses,
        "closed": [gap_json(gap, sentences) for gap in changed.closed],
        "opened": [gap_json(gap, sentences) for gap in changed.opened],
    }


def _left_out(determination: Determination) -> Json:
    return [{"fact": out.fact, "why": out.why, "by": list(out.by)} for out in determination.left_out]
