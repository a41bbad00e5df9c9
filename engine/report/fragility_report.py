"""What a determination rests on, as a report: levels, met criteria, the facts that carry most, and the calendar."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from engine.ageing import Ageing, Day, LevelTurn, Turn, TurnSort, VerdictTurn
from engine.fragility import Carrier, Fall, Fragility, Hold, LevelHold, PlaceHold
from engine.model.criterion import in_order
from engine.model.determination import Determination
from engine.model.framework import Framework
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report
from engine.sentences import VERDICTS, listed
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack

MOST = 10
"""How many of the facts or documents that carry most are shown."""


def fragility_report(
    found: Fragility, ages: Ageing, determination: Determination, pack: EvidencePack, framework: Framework
) -> Report:
    """Lay out what levels and met criteria rest on, and what lapses when, for a reader who asks what to look after."""
    return Report(tuple(_Writer(found, ages, determination, pack, framework).blocks()))


class _Writer:
    def __init__(
        self, found: Fragility, ages: Ageing, determination: Determination, pack: EvidencePack, framework: Framework
    ) -> None:
        self._found = found
        self._ages = ages
        self._determination = determination
        self._framework = framework
        self._facts = {fact.id: fact for fact in pack.facts}
        self._documents = {document.id: document.title for document in pack.documents}
        self._levels = {level.id: level.name for level in framework.levels}
        self._sections = {section.id: section.name for section in framework.sections}
        self._themes = {theme.id: theme.name for theme in framework.themes}

    def blocks(self) -> Iterator[Block]:
        determination = self._determination
        yield Heading(1, f"{determination.organisation}: what the result rests on")
        yield Paragraph(
            f"{self._framework.name}, edition {self._framework.edition}. As at {determination.as_at.isoformat()}. "
            f"Decided by: {listed(determination.evaluators)}.{self._scope()}"
        )
        yield from self._places()
        yield from self._criteria()
        yield from self._carriers("Facts that carry most", self._found.facts, self._fact)
        yield from self._carriers("Documents that carry most", self._found.documents, self._document)
        yield from self._calendar()
        yield from self._coming()
        yield Paragraph(f"pack {determination.pack_digest}; framework {determination.framework_digest}")

    def _scope(self) -> str:
        if len(self._found.themes) == len(self._framework.themes):
            return ""
        return f" Only {'theme' if len(self._found.themes) == 1 else 'themes'} {listed(self._found.themes)}."

    # Levels

    def _places(self) -> Iterator[Block]:
        yield Heading(2, "Levels")
        reached = [place for place in self._found.places if place.levels]
        if not reached:
            yield Paragraph(
                "No level is reached here, so none can be lost. What the criteria that are met rest on stands below."
            )
            return
        yield Paragraph("What is withdrawn stops counting, and nothing else changes. Each set is as small as can be.")
        yield Listing(tuple(Item(self._place(place), self._held_levels(place)) for place in reached))
        without = [
            _place_name(place.section, place.theme)
            for place in self._found.places
            if place.encoded and not place.levels
        ]
        if without:
            yield Paragraph(f"No level is reached by {listed(without)}.")

    def _place(self, place: PlaceHold) -> str:
        name = self._themes[place.theme] if place.theme else self._sections[place.section]
        return f"{_place_name(place.section, place.theme)}, {name}: {self._levels[place.levels[0].level]}"

    def _held_levels(self, place: PlaceHold) -> tuple[Item, ...]:
        top = place.levels[0]
        return tuple(
            Item(f"{self._levels[level.level]} is lost without", tuple(self._held_level(level, told=level is not top)))
            for level in place.levels
        )

    def _held_level(self, level: LevelHold, *, told: bool) -> Iterator[Item]:
        yield _hold(level.facts, "fact", told=told)
        yield _hold(level.documents, "document", told=told)
        if level.by_profile:
            number = len(level.by_profile)
            verb = "does not apply and is" if number == 1 else "do not apply and are"
            yield Item(
                f"{number} of its {len(level.criteria)} criteria {verb} carried by answers of the profile: "
                f"{listed(level.by_profile)}"
            )

    # Criteria and what carries them

    def _criteria(self) -> Iterator[Block]:
        yield Heading(2, "Criteria that are met")
        if not self._found.criteria:
            yield Paragraph("None is met.")
        else:
            yield Listing(
                tuple(
                    Item(
                        f"{hold.criterion} {self._framework.by_id[hold.criterion].title}: unmet without",
                        (_hold_of_one(hold.facts, "fact"), _hold_of_one(hold.documents, "document")),
                    )
                    for hold in self._found.criteria
                )
            )
        if self._found.by_profile:
            verb = "does" if len(self._found.by_profile) == 1 else "do"
            yield Paragraph(
                f"{listed(self._found.by_profile)} {verb} not apply. That rests on answers of the profile, and no "
                "withdrawal of facts touches it."
            )

    def _carriers(self, heading: str, carriers: Sequence[Carrier], name: Callable[[str], str]) -> Iterator[Block]:
        if not carriers:
            return
        yield Heading(2, heading)
        yield Listing(tuple(self._carrier(carrier, name(carrier.id)) for carrier in carriers[:MOST]))
        if len(carriers) > MOST:
            more = len(carriers) - MOST
            yield Paragraph(f"{more} more {'carries' if more == 1 else 'carry'} as much as the last of these or less.")

    def _carrier(self, carrier: Carrier, name: str) -> Item:
        number = len(carrier.criteria)
        said = "1 criterion is" if number == 1 else f"{number} criteria are"
        falls = [
            f"{_place_name(lost.section, lost.theme)} {self._fall(lost.before, lost.after)}" for lost in carrier.levels
        ]
        points = [f"{said} unmet without it: {listed(carrier.criteria)}"]
        points += [f"what falls: {'; '.join(falls)}"] if falls else []
        return Item(name, tuple(Item(point) for point in points))

    def _fall(self, before: str | None, after: str | None) -> str:
        return " -> ".join(self._levels[level] if level else "none" for level in (before, after))

    def _fact(self, id_: str) -> str:
        return f"{id_} {fact_types()[self._facts[id_].kind].label}"

    def _document(self, id_: str) -> str:
        return f"{id_} {self._documents.get(id_, '')}".rstrip()

    # The calendar

    def _calendar(self) -> Iterator[Block]:
        yield Heading(2, "What time changes, if nothing is recorded or renewed")
        if not self._ages.days:
            yield Paragraph("Nothing: no verdict changes on any later day.")
            return
        yield Listing(tuple(Item(day.day.isoformat(), tuple(self._day(day))) for day in self._ages.days))

    def _day(self, day: Day) -> Iterator[Item]:
        yield from (self._level_turn(turn) for turn in day.levels)
        yield from (self._verdict_turn(turn) for turn in day.verdicts)

    def _level_turn(self, turn: LevelTurn) -> Item:
        return Item(f"{_place_name(turn.section, turn.theme)}: {self._fall(turn.before, turn.after)}")

    def _verdict_turn(self, turn: VerdictTurn) -> Item:
        title = self._framework.by_id[turn.criterion].title
        words = f"{turn.criterion} {VERDICTS[turn.before].upper()} -> {VERDICTS[turn.after].upper()}: {title}"
        return Item(words, tuple(Item(turn_words(one, self._facts[one.fact])) for one in turn.turns))

    def _coming(self) -> Iterator[Block]:
        if self._ages.coming:
            yield Heading(2, "Recorded and not yet in force")
            yield Listing(
                tuple(
                    Item(
                        f"{self._fact(coming.fact)}: from {coming.day.isoformat()}; "
                        + (f"changes {listed(coming.criteria)}" if coming.criteria else "changes no verdict")
                    )
                    for coming in self._ages.coming
                )
            )


def turn_words(turn: Turn, fact: Fact) -> str:
    """Say what a date of a fact does on its day."""
    described = fact_types()[fact.kind]
    value = getattr(fact, turn.field)
    label = described.fields[turn.field].label if turn.field in described.fields else "end of the period"
    stated = f"{label} is {fact.period.ends if turn.field == 'period' and fact.period else value}"
    return f"{turn.fact} {described.label} {_TURNS[turn.sort]}: {stated}"


_TURNS: Mapping[TurnSort, str] = {
    TurnSort.COMES: "comes into force",
    TurnSort.STATES: "states more",
    TurnSort.LAPSES: "lapses",
    TurnSort.MAY_LAPSE: "may have lapsed",
}


def _place_name(section: str, theme: str | None) -> str:
    return f"theme {theme}" if theme else f"section {section}"


def _hold_of_one(hold: Hold, what: str) -> Item:
    """Say what ends one criterion, which need not be named."""
    if len(hold.falls) > 1:
        return Item(f"any one of {len(hold.falls)} {what}s: {' / '.join(fall.withdrawn[0] for fall in hold.falls)}")
    return Item(_least(hold, what))


def _hold(hold: Hold, what: str, *, told: bool) -> Item:
    """Say what ends a level. What alone ends it also ends those above, of which all was `told` already."""
    if len(hold.falls) > 1 and told:
        return Item(f"any one of {len(hold.falls)} {what}s: those above that carry a criterion of this level or below")
    if len(hold.falls) > 1:
        return Item(f"any one of {len(hold.falls)} {what}s", tuple(_grouped(hold.falls)))
    return Item(_least(hold, what) + (f" ({listed(hold.falls[0].criteria)})" if hold.falls else ""))


def _least(hold: Hold, what: str) -> str:
    """Say the only single withdrawal, or one smallest set."""
    if not hold.falls:
        return f"no {what}: no withdrawal ends it"
    withdrawn = hold.falls[0].withdrawn
    if len(withdrawn) == 1:
        return f"1 {what}: {withdrawn[0]}"
    return f"{len(withdrawn)} {what}s together, {'no' if hold.proven else 'perhaps'} fewer: {listed(withdrawn)}"


def _grouped(falls: Sequence[Fall]) -> Iterator[Item]:
    """Single withdrawals, together where the same criteria fail."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for fall in falls:
        groups.setdefault(fall.criteria, []).append(fall.withdrawn[0])
    for criteria in sorted(groups, key=lambda some: [in_order(id_) for id_ in some]):
        yield Item(f"{' / '.join(groups[criteria])} ({listed(criteria)})")
