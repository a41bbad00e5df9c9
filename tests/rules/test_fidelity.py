"""Every criterion was read back by a second reader, and the outcome is on record."""

import pytest

from engine.loading.frameworks import FIDELITY_FILE, load_framework
from engine.loading.source_text import plain, read
from rules import framework_folder, framework_ids


def outcomes(framework_id: str) -> list[dict[str, str]]:
    node, faults = read(framework_folder(framework_id) / FIDELITY_FILE, FIDELITY_FILE)
    assert faults == ()
    assert node is not None
    entries = plain(node)
    assert isinstance(entries, list)
    return entries


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_criterion_has_one_line_in_published_order(framework_id: str) -> None:
    framework = load_framework(framework_folder(framework_id))
    assert [outcome["id"] for outcome in outcomes(framework_id)] == [criterion.id for criterion in framework.criteria]


@pytest.mark.parametrize("framework_id", framework_ids())
def test_a_line_says_what_was_found_mended_and_left_as_a_reading(framework_id: str) -> None:
    for outcome in outcomes(framework_id):
        assert outcome.keys() == {"id", "found", "mended", "stands"}
        assert all(outcome.values()), outcome["id"]
        if outcome["found"] == "none":
            assert outcome["mended"] == outcome["stands"] == "none", outcome["id"]
        else:
            assert (outcome["mended"], outcome["stands"]) != ("none", "none"), outcome["id"]
