"""Law 10: malformed input is an error that names its place; nothing malformed reaches a verdict."""

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.loading.packs import read_pack
from engine.model.fault import InvalidPack
from evidence_schemas.catalogue import fact_types
from strategies import Case, calm, cases, pack_document

WRONG = "zz_wrong"
WRONG_DAY = "2023-02-30"


def malform(data: st.DataObject, document: dict[str, Any], fact: dict[str, Any]) -> str:
    """Spoil one thing of the document, in this fact or beside it; gives the words that are wrong."""
    fields = fact_types()[fact["kind"]].fields.values()
    ways: dict[str, dict[str, object]] = {
        "unknown field": {WRONG: "yes"},
        "unknown kind": {"kind": WRONG},
        "id with a space": {"id": f"{WRONG} 1"},
        "no such fact": {"replaces": [WRONG]},
        "no such document": {"source": {"document": WRONG, "locator": "p. 1"}},
        "no such day": {"observed_on": WRONG_DAY},
        "no such end": {"period": {"from": "2015", "to": WRONG_DAY}},
        "unknown word": {f.name: [WRONG] if f.shape == "words" else WRONG for f in fields if f.vocabulary},
    }
    way = data.draw(st.sampled_from([*ways, "unknown key of the pack"]))
    if way == "unknown key of the pack":
        document[WRONG] = "yes"
        return WRONG
    name = data.draw(st.sampled_from(sorted(ways[way])))
    fact[name] = ways[way][name]
    return WRONG_DAY if WRONG_DAY in json.dumps(fact[name]) else WRONG


@given(cases(calm), st.data())
def test_what_is_malformed_is_an_error_that_names_its_place(case: Case, data: st.DataObject) -> None:
    document: dict[str, Any] = pack_document(case.pack)
    assume(document["facts"])
    wrong = malform(data, document, data.draw(st.sampled_from(document["facts"])))
    text = json.dumps(document, indent=1)
    with pytest.raises(InvalidPack) as refused:
        read_pack({"pack.json": text.encode()})
    places = {(fault.place.file, fault.place.line) for fault in refused.value.faults}
    assert {("pack.json", number) for number, line in enumerate(text.split("\n"), start=1) if wrong in line} <= places


@given(cases(calm))
def test_what_is_well_formed_is_read_as_it_was_meant(case: Case) -> None:
    read = read_pack({"pack.json": json.dumps(pack_document(case.pack)).encode()}).pack
    assert (read.facts, read.profile, read.not_held) == (case.pack.facts, case.pack.profile, case.pack.not_held)
