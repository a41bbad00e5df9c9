"""Law 3: any order of facts, files, rules gives the same bytes.

Here the values are compared; that equal values give equal bytes is law 11.
"""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.determine import Judge
from engine.loading.packs import read_pack
from engine.model.determination import Determination
from strategies import Case, calm, cases, joined_cases, pack_document


def by_id(found: Determination) -> Determination:
    """The determination with its criteria in one order, since they stand in the order of the framework."""
    return replace(found, criteria=tuple(sorted(found.criteria, key=lambda finding: finding.id)))


@settings(max_examples=2 * settings().max_examples)
@given(cases() | joined_cases(), st.data())
def test_order_of_facts_and_disputes_is_irrelevant(case: Case, data: st.DataObject) -> None:
    facts = data.draw(st.permutations(case.pack.facts))
    not_held = tuple(reversed(case.pack.not_held))
    judge = Judge.of(case.framework)
    shuffled = judge.determine(replace(case.pack, facts=tuple(facts), not_held=not_held), case.as_at)
    assert shuffled == judge.determine(case.pack, case.as_at)


@given(cases() | joined_cases(), st.data())
def test_order_of_rules_is_irrelevant(case: Case, data: st.DataObject) -> None:
    criteria = data.draw(st.permutations(case.framework.criteria))
    shuffled = replace(case.framework, criteria=tuple(criteria))
    found = Judge.of(shuffled).determine(case.pack, case.as_at)
    assert by_id(found) == by_id(Judge.of(case.framework).determine(case.pack, case.as_at))


@given(cases(calm), st.data())
def test_order_of_files_is_irrelevant(case: Case, data: st.DataObject) -> None:
    document: dict[str, Any] = pack_document(case.pack)
    facts = data.draw(st.permutations(document.pop("facts")))
    cut = data.draw(st.integers(0, len(facts)))
    contents = data.draw(st.permutations([document, {"facts": facts[:cut]}, {"facts": facts[cut:]}]))
    files = {f"{number}.json": json.dumps(content).encode() for number, content in enumerate(contents)}
    whole = {"pack.json": json.dumps(pack_document(case.pack)).encode()}
    assert read_pack(files).pack == read_pack(whole).pack
