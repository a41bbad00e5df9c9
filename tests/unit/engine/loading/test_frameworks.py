import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.loading.frameworks import load_framework, read_framework
from engine.model.fault import InvalidFramework
from engine.model.framework import Framework
from rules import framework_folder, framework_ids

OUTLINE = """
id: tiny
edition: 2026-01
name: Tiny
levels: [{id: low, name: Low}, {id: high, name: High, requires: low}]
sections: [{id: A, name: All}]
themes: [{id: 1, name: One, section: A, published: {low: 12, high: 1}}]
"""
CRITERION = """
id: %s
title: A policy
asks: There is a policy.
reading: One policy is enough.
source: {paragraph: %s, sha256: 0000000000000000000000000000000000000000000000000000000000000000}
needs: {fact: policy, where: {status: {is: in_place}}}
"""
FILES = {
    "framework.yaml": OUTLINE.encode(),
    **{f"theme-01/{id_}.yaml": (CRITERION % (id_, id_)).encode() for id_ in ("1.1.2", "1.1.10", "1.2.1")},
}


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    assert old.encode() in FILES[file]
    return {**FILES, file: FILES[file].replace(old.encode(), new.encode())}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(InvalidFramework) as caught:
        load_framework(folder)
    return str(caught.value)


def test_a_folder_loads_to_what_its_files_say(tmp_path: Path) -> None:
    assert load_framework(put(tmp_path / "tiny", FILES)) == read_framework(FILES)


def test_criteria_are_in_published_order() -> None:
    assert [criterion.id for criterion in read_framework(FILES).criteria] == ["1.1.2", "1.1.10", "1.2.1"]


def test_level_and_theme_come_from_the_id() -> None:
    criterion = read_framework(FILES).by_id["1.2.1"]
    assert (criterion.theme, criterion.level) == ("1", "high")


def test_published_criteria_without_a_file_are_not_encoded() -> None:
    framework = read_framework(FILES)
    assert framework.missing(framework.themes[0]) == 10


def test_cases_beside_a_criterion_are_left_alone(tmp_path: Path) -> None:
    folder = put(tmp_path / "tiny", {**FILES, "theme-01/1.1.2.cases.yaml": b"]["})
    assert load_framework(folder) == read_framework(FILES)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tiny").startswith("tiny/framework.yaml: ")


def test_a_missing_framework_file_hides_no_other_fault(tmp_path: Path) -> None:
    folder = put(tmp_path / "tiny", {"theme-01/1.1.2.yaml": b"id: 1.1.2\n", "theme-01/1.1.3.yaml": b"[\n"})
    text = refusal(folder)
    assert "tiny/framework.yaml: " in text
    assert "tiny/theme-01/1.1.2.yaml:1:1: the file lacks `title`" in text
    assert "tiny/theme-01/1.1.3.yaml:" in text


def test_the_folder_has_the_name_of_the_framework(tmp_path: Path) -> None:
    assert "the framework `tiny` stands in the folder `small`" in refusal(put(tmp_path / "small", FILES))


def test_places_name_no_folder_above_the_framework(tmp_path: Path) -> None:
    folder = put(tmp_path / "tiny", changed("theme-01/1.1.2.yaml", "policy", "polcy"))
    assert str(tmp_path) not in refusal(folder)


def test_digest_says_nothing_of_files_comments_and_layout() -> None:
    digest = read_framework(FILES).digest
    assert re.fullmatch("sha256:[0-9a-f]{64}", digest)
    assert read_framework(dict(reversed(FILES.items()))).digest == digest
    assert read_framework({f"rules/tiny/{name}": data for name, data in FILES.items()}).digest == digest
    laid_out = changed("theme-01/1.1.2.yaml", "{fact: policy, where:", "  # the only one\n  fact: 'policy'\n  where:")
    laid_out["theme-01/1.1.2.yaml"] = laid_out["theme-01/1.1.2.yaml"].replace(b"in_place}}}", b"in_place}}")
    assert read_framework(laid_out).digest == digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("framework.yaml", "name: Low", "name: Lower"),
        ("framework.yaml", "high: 1", "high: 2"),
        ("framework.yaml", "2026-01", "2026-02"),
        ("theme-01/1.1.2.yaml", "One policy", "A policy"),
        ("theme-01/1.1.2.yaml", "is: in_place", "is: planned"),
        ("theme-01/1.1.2.yaml", "is: in_place", "one_of: [in_place]"),
        ("theme-01/1.1.2.yaml", "sha256: 0", "sha256: 1"),
    ],
)
def test_digest_changes_with_what_is_said(file: str, old: str, new: str) -> None:
    assert read_framework(changed(file, old, new)).digest != read_framework(FILES).digest


def test_the_shipped_framework_has_the_published_contents() -> None:
    framework = shipped()
    counts: Counter[str] = Counter()
    for theme in framework.themes:
        counts.update(theme.published)
    assert list(counts.values()) == [73, 77, 63]
    assert counts.total() == 213
    assert [len([t for t in framework.themes if t.section == s.id]) for s in framework.sections] == [5, 5, 2, 4]
    assert [level.requires for level in framework.levels] == [None, *(level.id for level in framework.levels[:-1])]


def test_framework_folders_are_found_by_id() -> None:
    assert "apcc-2024" in framework_ids()
    assert (framework_folder("apcc-2024") / "framework.yaml").is_file()
    with pytest.raises(LookupError, match="apcc-2042"):
        framework_folder("apcc-2042")


def shipped() -> Framework:
    return load_framework(framework_folder("apcc-2024"))


SOME_KEYS = """
id title asks reading source paragraph sha256 applies_when needs all any at_least number of clause fact call_it about
count each field in where status scrutinises is one_of covers at_most recorded within employees levels sections
themes published requires lists members SENIOR retired low
"""
SOME_WORDS = """
1.1.2 1 2 -1 a b panel policy scrutiny_panel chair_appointment in_place taser yes no rhythm SENIOR Role low A 1.1
"""
KEYS = st.sampled_from(SOME_KEYS.split())
WORDS = st.text(max_size=3) | st.sampled_from(SOME_WORDS.split())
TREES = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


def loads_or_is_refused(files: Mapping[str, bytes]) -> bool:
    try:
        return read_framework(files).digest != ""
    except InvalidFramework as refused:
        return str(refused) != ""


@given(TREES)
def test_a_framework_file_loads_or_is_refused_whatever_it_holds(tree: object) -> None:
    assert loads_or_is_refused({**FILES, "framework.yaml": json.dumps(tree).encode()})


@given(TREES)
def test_a_criterion_file_loads_or_is_refused_whatever_it_holds(tree: object) -> None:
    assert loads_or_is_refused({**FILES, "theme-01/1.1.2.yaml": json.dumps(tree).encode()})


@given(st.sampled_from(["needs", "applies_when", "source"]), TREES)
def test_a_criterion_loads_or_is_refused_whatever_stands_under_a_key(key: str, tree: object) -> None:
    lines = [line for line in FILES["theme-01/1.1.2.yaml"].decode().splitlines() if not line.startswith(key)]
    criterion = "\n".join([*lines, f"{key}: {json.dumps(tree)}"])
    assert loads_or_is_refused({**FILES, "theme-01/1.1.2.yaml": criterion.encode()})


@given(TREES)
def test_a_clause_loads_or_is_refused_whatever_its_conditions(tree: object) -> None:
    where = f"where: {json.dumps(tree)}"
    assert loads_or_is_refused(changed("theme-01/1.1.2.yaml", "where: {status: {is: in_place}}", where))


@given(st.sampled_from(["levels", "sections", "themes", "lists", "retired"]), TREES)
def test_a_framework_loads_or_is_refused_whatever_stands_under_a_key(key: str, tree: object) -> None:
    lines = [line for line in OUTLINE.splitlines() if not line.startswith(key)]
    outline = "\n".join([*lines, f"{key}: {json.dumps(tree)}"])
    assert loads_or_is_refused({**FILES, "framework.yaml": outline.encode()})
