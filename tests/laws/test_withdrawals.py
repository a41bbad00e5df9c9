"""What ends a criterion: the set found ends it, no smaller one does, and every single one that does is named."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.determine import Judge
from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.fragility import fragility
from engine.model.criterion import Criterion
from engine.model.verdict import Verdict
from engine.withdrawal import UnitOf, cited_document, fact_id, weakness
from evidence_schemas.pack import EvidencePack
from strategies import Case, cases, joined_cases

SMALL = 11
UNITS = {"facts": fact_id, "documents": cited_document}


def spread(pack: EvidencePack) -> EvidencePack:
    """The pack with its facts spread over three documents."""
    facts = tuple(
        fact.model_copy(update={"source": fact.source.model_copy(update={"document": f"D{place % 3}"})})
        for place, fact in enumerate(pack.facts)
    )
    return replace(pack, facts=facts)


def met_without(criterion: Criterion, case: Case, withdrawn: set[str], unit_of: UnitOf = fact_id) -> bool:
    kept = tuple(fact for fact in case.pack.facts if unit_of(fact) not in withdrawn)
    base = stand_on(replace(case.pack, facts=kept), case.as_at)
    return evaluate_criterion(criterion, base).verdict is Verdict.MET


@pytest.mark.parametrize("unit_of", UNITS.values(), ids=UNITS.keys())
@given(case=cases() | joined_cases())
def test_the_smallest_withdrawals_are_those_of_brute_force(unit_of: UnitOf, case: Case) -> None:
    case = replace(case, pack=spread(case.pack))
    for criterion in case.framework.criteria:
        if not met_without(criterion, case, set()):
            continue
        found = weakness(criterion, case.pack, case.as_at, unit_of)
        assert found.proven
        assert all(not met_without(criterion, case, set(some), unit_of) for some in found.sets)
        kinds = {part.kind for part in criterion.parts()} | {"dispute", "resolution"}
        units = sorted({unit_of(fact) for fact in case.pack.facts if fact.kind in kinds})
        if len(units) > SMALL:
            continue
        of_any_size = chain.from_iterable(combinations(units, size) for size in range(1, len(units) + 1))
        first = next((some for some in of_any_size if not met_without(criterion, case, set(some), unit_of)), None)
        assert {len(some) for some in found.sets} == ({len(first)} if first else set())
        if first and len(first) == 1:
            alone = {(unit,) for unit in units if not met_without(criterion, case, {unit}, unit_of)}
            assert set(found.sets) == alone


@given(cases(), st.data())
def test_what_ends_a_level_ends_it_and_nothing_smaller_does(case: Case, data: st.DataObject) -> None:
    case = replace(case, pack=spread(case.pack))
    judge = Judge.of(case.framework, both=False)
    found = fragility(
        case.framework,
        case.pack,
        judge.determine(case.pack, case.as_at),
        {theme.id for theme in case.framework.themes},
    )

    def levels_without(withdrawn: set[str], unit_of: UnitOf) -> dict[tuple[str, str | None], str | None]:
        kept = tuple(fact for fact in case.pack.facts if unit_of(fact) not in withdrawn)
        levels = judge.determine(replace(case.pack, facts=kept), case.as_at).levels
        homes = {theme.id: theme.section for theme in case.framework.themes}
        return {
            **{(section.section, None): section.level for section in levels.sections},
            **{(homes[theme.theme], theme.theme): theme.level for theme in levels.themes},
        }

    order = [None, *(level.id for level in case.framework.levels)]
    for unit_of, carriers in ((fact_id, found.facts), (cited_document, found.documents)):
        for carrier in carriers:
            after = levels_without({carrier.id}, unit_of)
            for lost in carrier.levels:
                assert after[lost.section, lost.theme] == lost.after != lost.before
        for place in found.places:
            for level in place.levels:
                hold = level.facts if unit_of is fact_id else level.documents
                for fall in hold.falls:
                    without = levels_without(set(fall.withdrawn), unit_of)[place.section, place.theme]
                    assert order.index(without) < order.index(level.level)
                units = sorted({unit_of(fact) for fact in case.pack.facts})
                size = len(hold.falls[0].withdrawn) - 1 if hold.falls else len(units)
                fewer = set(data.draw(st.permutations(units))[:size])
                without = levels_without(fewer, unit_of)[place.section, place.theme]
                assert order.index(without) >= order.index(level.level)
