"""What the levels and the met criteria of one pack rest on: the fewest facts and documents whose withdrawal ends them.

A level is lost when any criterion that it needs stops counting, so what is smallest for one of them is smallest for the
level. A criterion that does not apply is carried by an answer of the profile, and no withdrawal touches it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from engine.model.determination import Determination, SectionLevel, ThemeLevel
from engine.model.framework import Framework
from engine.model.verdict import Verdict
from engine.withdrawal import Weakness, cited_document, fact_id, weakness
from evidence_schemas.pack import EvidencePack


@dataclass(frozen=True, slots=True)
class Fall:
    """Facts or documents by id, and the criteria that fail once they are all withdrawn, as each of them is needed."""

    withdrawn: tuple[str, ...]
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """How firmly something is held: every single withdrawal that ends it, else one of the smallest that do.

    Without any fall no withdrawal ends it. `proven` says that none is smaller.
    """

    falls: tuple[Fall, ...]
    proven: bool = True


@dataclass(frozen=True, slots=True)
class CriterionHold:
    """What one met criterion rests on."""

    criterion: str
    facts: Hold
    documents: Hold


@dataclass(frozen=True, slots=True)
class LevelHold:
    """What one level that is reached rests on: its criteria and those below, some of them by the profile alone."""

    level: str
    criteria: tuple[str, ...]
    by_profile: tuple[str, ...]
    facts: Hold
    documents: Hold


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """A theme (or, where `theme` is None, a section) and the levels it has reached, the highest first."""

    section: str
    theme: str | None
    encoded: bool
    levels: tuple[LevelHold, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A section, or the theme named, that falls from the level it has reached to a lower one; None is no level."""

    section: str
    theme: str | None
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A fact or a document, with all that fails if it alone is withdrawn."""

    id: str
    criteria: tuple[str, ...]
    levels: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Fragility:
    """What rests on what, for the themes that were looked at.

    `places` are sections, each before its themes. `criteria` are the met ones. `facts` and `documents` that carry
    anything alone come in the order of how much they carry.
    """

    themes: tuple[str, ...]
    places: tuple[PlaceHold, ...]
    criteria: tuple[CriterionHold, ...]
    by_profile: tuple[str, ...]
    facts: tuple[Carrier, ...]
    documents: tuple[Carrier, ...]


def fragility(
    framework: Framework, pack: EvidencePack, determination: Determination, themes: AbstractSet[str]
) -> Fragility:
    """What the levels and met criteria of these themes rest on; of sections, those of which all themes are looked at.

    `determination` is that of the pack against the framework.
    """
    looked_at = [criterion for criterion in framework.criteria if criterion.theme in themes]
    verdicts = {found.id: found.verdict for found in determination.criteria}
    met = [criterion for criterion in looked_at if verdicts[criterion.id] is Verdict.MET]
    by_profile = tuple(c.id for c in looked_at if verdicts[c.id] is Verdict.NOT_APPLICABLE)
    facts = {c.id: weakness(c, pack, determination.as_at, fact_id) for c in met}
    documents = {c.id: weakness(c, pack, determination.as_at, cited_document) for c in met}
    places = _Places(framework, determination, themes, facts, documents)
    held = places.all()
    return Fragility(
        themes=tuple(theme.id for theme in framework.themes if theme.id in themes),
        places=held,
        criteria=tuple(CriterionHold(c.id, _held(facts, [c.id]), _held(documents, [c.id])) for c in met),
        by_profile=by_profile,
        facts=_carriers(facts, held),
        documents=_carriers(documents, held),
    )


class _Places:
    def __init__(
        self,
        framework: Framework,
        determination: Determination,
        themes: AbstractSet[str],
        facts: Mapping[str, Weakness],
        documents: Mapping[str, Weakness],
    ) -> None:
        self._framework = framework
        self._levels = determination.levels
        self._themes = themes
        self._facts = facts
        self._documents = documents
        self._by_profile = {c.id for c in determination.criteria if c.verdict is Verdict.NOT_APPLICABLE}

    def all(self) -> tuple[PlaceHold, ...]:
        found: list[PlaceHold] = []
        themes = list(zip(self._framework.themes, self._levels.themes, strict=True))
        for section, level in zip(self._framework.sections, self._levels.sections, strict=True):
            inside = {theme.id for theme, _ in themes if theme.section == section.id}
            if inside and inside <= self._themes:
                found.append(self._place(section.id, None, level, inside))
            found += [
                self._place(section.id, theme.id, reached, {theme.id})
                for theme, reached in themes
                if theme.section == section.id and theme.id in self._themes
            ]
        return tuple(found)

    def _place(
        self, section: str, theme: str | None, reached: SectionLevel | ThemeLevel, inside: AbstractSet[str]
    ) -> PlaceHold:
        order = [level.id for level in self._framework.levels]
        standing = order[: order.index(reached.level) + 1] if reached.level is not None else []
        levels = [self._level(standing[: rank + 1], inside) for rank in range(len(standing))]
        return PlaceHold(section, theme, reached.encoded, tuple(reversed(levels)))

    def _level(self, standing: Sequence[str], themes: AbstractSet[str]) -> LevelHold:
        """What a level rests on; it is the last of `standing`, the others are below it."""
        needed = [c.id for c in self._framework.criteria if c.theme in themes and c.level in standing]
        return LevelHold(
            standing[-1],
            tuple(needed),
            tuple(id_ for id_ in needed if id_ in self._by_profile),
            _held(self._facts, needed),
            _held(self._documents, needed),
        )


def _held(found: Mapping[str, Weakness], criteria: Iterable[str]) -> Hold:
    """The smallest withdrawals of several criteria, each with those that fail of it."""
    known = {id_: found[id_] for id_ in criteria if id_ in found and found[id_].sets}
    if not known:
        return Hold(())
    least = min(len(weak.sets[0]) for weak in known.values())
    failing: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, weak in known.items():
        for withdrawn in weak.sets if len(weak.sets[0]) == least else ():
            failing[withdrawn].append(id_)
    falls = [Fall(withdrawn, tuple(failing[withdrawn])) for withdrawn in sorted(failing)]
    proven = all(weak.proven for weak in known.values())
    return Hold(tuple(falls if least == 1 else falls[:1]), proven)


def _carriers(found: Mapping[str, Weakness], places: Sequence[PlaceHold]) -> tuple[Carrier, ...]:
    carried: dict[str, list[str]] = defaultdict(list)
    for criterion, weak in found.items():
        for withdrawn in weak.sets:
            if len(withdrawn) == 1:
                carried[withdrawn[0]].append(criterion)
    carriers = [Carrier(id_, tuple(criteria), _lost(criteria, places)) for id_, criteria in carried.items()]
    return tuple(sorted(carriers, key=lambda carrier: (-len(carrier.levels), -len(carrier.criteria), carrier.id)))


def _lost(criteria: Sequence[str], places: Sequence[PlaceHold]) -> tuple[Lost, ...]:
    """What falls, and how far, when these criteria fail."""
    return tuple(
        Lost(place.section, place.theme, place.levels[0].level, next((level.level for level in kept), None))
        for place in places
        if len(kept := [level for level in place.levels if set(criteria).isdisjoint(level.criteria)])
        < len(place.levels)
    )
