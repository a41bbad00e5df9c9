"""What a determination rests on as data (`spiritlevel.fragility/1`), with a published schema: `fragility_schema()`.

It is kept in docs/fragility.schema.json.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from engine.ageing import Ageing, Day, LevelTurn, Turn, TurnSort, VerdictTurn
from engine.fragility import Carrier, CriterionHold, Fragility, Hold, LevelHold, Lost, PlaceHold
from engine.model.determination import Determination
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from engine.report.canonical import Json
from engine.report.told import FrameworkTold, PackTold, Told


class FallTold(Told):
    """Facts or documents, and the criteria that fail once they are all withdrawn."""

    withdrawn: list[str]
    criteria: list[str]


class HoldTold(Told):
    """How firmly something is held: every single withdrawal that ends it, else one of the smallest that do."""

    size: int | None = Field(description="how many are withdrawn in each set; null where no withdrawal ends it")
    proven: bool = Field(description="none is smaller")
    sets: list[FallTold]


class LevelHoldTold(Told):
    """A level that is reached: the criteria that it needs, some by the profile alone, and what they rest on."""

    level: str
    criteria: list[str]
    carried_by_profile: list[str]
    facts: HoldTold
    documents: HoldTold


class PlaceTold(Told):
    """A theme (or, where `theme` is null, a section) and the levels that it has reached, the highest first."""

    section: str
    theme: str | None
    encoded: bool
    level: str | None = Field(description="`none` where none is reached; null where criteria are not encoded")
    levels: list[LevelHoldTold]


class CriterionHoldTold(Told):
    """A met criterion and what it rests on."""

    id: str
    theme: str
    level: str
    title: str
    facts: HoldTold
    documents: HoldTold


class LevelTurnTold(Told):
    """A section, or the theme named, with another level; `none` is no level."""

    section: str
    theme: str | None
    before: str
    after: str


class CarrierTold(Told):
    """A fact or a document, with all that fails if it alone is withdrawn."""

    id: str
    criteria: list[str]
    levels: list[LevelTurnTold]


class CarriersTold(Told):
    """What carries anything alone, in the order of how much it carries."""

    facts: list[CarrierTold]
    documents: list[CarrierTold]


class TurnTold(Told):
    """Something that a fact says in a field begins or ceases to count."""

    fact: str
    field: str
    what: TurnSort


class VerdictTurnTold(Told):
    """A criterion with another verdict from this day on, and the dates behind it."""

    criterion: str
    before: Verdict
    after: Verdict
    because: list[TurnTold]


class DayTold(Told):
    """Everything that changes on one day if nothing is recorded or renewed."""

    day: date
    levels: list[LevelTurnTold]
    verdicts: list[VerdictTurnTold]


class ComingTold(Told):
    """A fact that is not in force yet, the first day on which it is, and the criteria that change verdict by it."""

    fact: str
    day: date
    criteria: list[str]


class FragilityTold(Told):
    """The result of `spiritlevel fragile --format json`, for the themes named.

    `places` are sections, each before its themes. `criteria` are the met ones; `carried_by_profile` those that do not
    apply, which no withdrawal touches. `calendar` holds the days after `as_at` on which anything changes.
    """

    schema_: Literal["spiritlevel.fragility/1"] = Field(alias="schema")
    pack: PackTold
    framework: FrameworkTold
    as_at: date
    evaluators: list[str]
    themes: list[str]
    places: list[PlaceTold]
    criteria: list[CriterionHoldTold]
    carried_by_profile: list[str]
    carriers: CarriersTold
    calendar: list[DayTold]
    not_yet_in_force: list[ComingTold]


def fragility_schema() -> dict[str, object]:
    """The JSON Schema of the result."""
    return FragilityTold.model_json_schema(by_alias=True)


def fragility_json(found: Fragility, ages: Ageing, determination: Determination, framework: Framework) -> Json:
    """Tell holds, carriers and the calendar as data."""
    told = FragilityTold(
        schema="spiritlevel.fragility/1",
        pack=PackTold(organisation=determination.organisation, digest=determination.pack_digest),
        framework=FrameworkTold(
            id=determination.framework, edition=determination.edition, digest=determination.framework_digest
        ),
        as_at=determination.as_at,
        evaluators=list(determination.evaluators),
        themes=list(found.themes),
        places=[_place(place) for place in found.places],
        criteria=[_criterion(hold, framework) for hold in found.criteria],
        carried_by_profile=list(found.by_profile),
        carriers=CarriersTold(facts=_carriers(found.facts), documents=_carriers(found.documents)),
        calendar=[_day(day) for day in ages.days],
        not_yet_in_force=[
            ComingTold(fact=coming.fact, day=coming.day, criteria=list(coming.criteria)) for coming in ages.coming
        ],
    )
    result: Json = told.model_dump(mode="json", by_alias=True)
    return result


def _place(place: PlaceHold) -> PlaceTold:
    reached = place.levels[0].level if place.levels else "none"
    return PlaceTold(
        section=place.section,
        theme=place.theme,
        encoded=place.encoded,
        level=reached if place.encoded else None,
        levels=[_level(level) for level in place.levels],
    )


def _level(level: LevelHold) -> LevelHoldTold:
    return LevelHoldTold(
        level=level.level,
        criteria=list(level.criteria),
        carried_by_profile=list(level.by_profile),
        facts=_hold(level.facts),
        documents=_hold(level.documents),
    )


def _criterion(hold: CriterionHold, framework: Framework) -> CriterionHoldTold:
    criterion = framework.by_id[hold.criterion]
    return CriterionHoldTold(
        id=criterion.id,
        theme=criterion.theme,
        level=criterion.level,
        title=criterion.title,
        facts=_hold(hold.facts),
        documents=_hold(hold.documents),
    )


def _hold(hold: Hold) -> HoldTold:
    return HoldTold(
        size=len(hold.falls[0].withdrawn) if hold.falls else None,
        proven=hold.proven,
        sets=[FallTold(withdrawn=list(fall.withdrawn), criteria=list(fall.criteria)) for fall in hold.falls],
    )


def _carriers(carriers: Sequence[Carrier]) -> list[CarrierTold]:
    return [
        CarrierTold(id=one.id, criteria=list(one.criteria), levels=[_level_turn(lost) for lost in one.levels])
        for one in carriers
    ]


def _day(day: Day) -> DayTold:
    return DayTold(
        day=day.day,
        levels=[_level_turn(turn) for turn in day.levels],
        verdicts=[_verdict_turn(turn) for turn in day.verdicts],
    )


def _level_turn(turn: LevelTurn | Lost) -> LevelTurnTold:
    return LevelTurnTold(
        section=turn.section, theme=turn.theme, before=turn.before or "none", after=turn.after or "none"
    )


def _verdict_turn(turn: VerdictTurn) -> VerdictTurnTold:
    return VerdictTurnTold(
        criterion=turn.criterion,
        before=turn.before,
        after=turn.after,
        because=[_turn(one) for one in turn.turns],
    )


def _turn(turn: Turn) -> TurnTold:
    return TurnTold(fact=turn.fact, field=turn.field, what=turn.sort)
