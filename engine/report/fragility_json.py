"""What a determination rests on, as JSON, schema `spiritlevel.fragility/1`."""

from engine.ageing import Ageing, Day, LevelTurn, Turn, VerdictTurn
from engine.fragility import Carrier, CriterionHold, Fragility, Hold, LevelHold, Lost, PlaceHold
from engine.model.determination import Determination
from engine.model.framework import Framework
from engine.report.canonical import Json

SCHEMA = "spiritlevel.fragility/1"


def fragility_json(found: Fragility, ages: Ageing, determination: Determination, framework: Framework) -> Json:
    """Give holds, carriers and the calendar. `size` is the number withdrawn in each set; null where nothing ends it."""
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
        "themes": list(found.themes),
        "places": [_place(place) for place in found.places],
        "criteria": [_criterion(hold, framework) for hold in found.criteria],
        "carried_by_profile": list(found.by_profile),
        "carriers": {
            "facts": [_carrier(carrier) for carrier in found.facts],
            "documents": [_carrier(carrier) for carrier in found.documents],
        },
        "calendar": [_day(day) for day in ages.days],
        "not_yet_in_force": [
            {"fact": coming.fact, "day": coming.day.isoformat(), "criteria": list(coming.criteria)}
            for coming in ages.coming
        ],
    }


def _place(place: PlaceHold) -> Json:
    reached = place.levels[0].level if place.levels else "none"
    return {
        "section": place.section,
        "theme": place.theme,
        "encoded": place.encoded,
        "level": reached if place.encoded else None,
        "levels": [_level(level) for level in place.levels],
    }


def _level(level: LevelHold) -> Json:
    return {
        "level": level.level,
        "criteria": list(level.criteria),
        "carried_by_profile": list(level.by_profile),
        "facts": _hold(level.facts),
        "documents": _hold(level.documents),
    }


def _criterion(hold: CriterionHold, framework: Framework) -> Json:
    criterion = framework.by_id[hold.criterion]
    return {
        "id": criterion.id,
        "theme": criterion.theme,
        "level": criterion.level,
        "title": criterion.title,
        "facts": _hold(hold.facts),
        "documents": _hold(hold.documents),
    }


def _hold(hold: Hold) -> Json:
    return {
        "size": len(hold.falls[0].withdrawn) if hold.falls else None,
        "proven": hold.proven,
        "sets": [{"withdrawn": list(fall.withdrawn), "criteria": list(fall.criteria)} for fall in hold.falls],
    }


def _carrier(carrier: Carrier) -> Json:
    return {
        "id": carrier.id,
        "criteria": list(carrier.criteria),
        "levels": [_lost(lost) for lost in carrier.levels],
    }


def _lost(lost: Lost) -> Json:
    return {"section": lost.section, "theme": lost.theme, "before": lost.before, "after": lost.after or "none"}


def _day(day: Day) -> Json:
    return {
        "day": day.day.isoformat(),
        "levels": [_level_turn(turn) for turn in day.levels],
        "verdicts": [_verdict_turn(turn) for turn in day.verdicts],
    }


def _level_turn(turn: LevelTurn) -> Json:
    return {
        "section": turn.section,
        "theme": turn.theme,
        "before": turn.before or "none",
        "after": turn.after or "none",
    }


def _verdict_turn(turn: VerdictTurn) -> Json:
    return {
        "criterion": turn.criterion,
        "before": turn.before,
        "after": turn.after,
        "because": [_turn(one) for one in turn.turns],
    }


def _turn(turn: Turn) -> Json:
    return {"fact": turn.fact, "field": turn.field, "what": turn.sort}
