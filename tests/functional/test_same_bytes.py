"""Law 11 at the level of bytes, and law 3 through files: what says the same gives the same bytes."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_runner import CLEVELAND, EXAMPLES, installed, spiritlevel

LISTS = ("documents", "facts", "claims", "not_held")


def assessed(pack: Path) -> bytes:
    ended = spiritlevel("assess", pack, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def content(pack: Path) -> dict[str, Any]:
    """What the file says, every scalar as it is written."""
    loaded = yaml.load((pack / "pack.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - no types
    assert isinstance(loaded, dict)
    return loaded


def shuffled(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - any YAML value
    """The value with its keys, and the members of its lists, in another order; no list of a pack has an order."""
    if isinstance(value, dict):
        return {key: shuffled(value[key], chance) for key in chance.sample(sorted(value), len(value))}
    if isinstance(value, list):
        return [shuffled(item, chance) for item in chance.sample(value, len(value))]
    return value


@pytest.mark.parametrize("format_", ["json", "text"])
def test_hash_order_locale_and_time_zone_say_nothing(format_: str) -> None:
    results = {
        installed("assess", CLEVELAND, "--format", format_, PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone).out
        for seed, locale, zone in [
            ("0", "C", "UTC"),
            ("1", "C.UTF-8", "Pacific/Kiritimati"),
            ("4711", "tr_TR.UTF-8", "America/Adak"),
        ]
    }
    assert len(results) == 1
    assert results == {spiritlevel("assess", CLEVELAND, "--format", format_).out}


@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_the_path_says_nothing(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = assessed(pack)
    assert assessed(pack / "pack.yaml") == expected
    assert str(pack).encode() not in expected
    copy = tmp_path / "another name" / "evidence.YML"
    copy.parent.mkdir()
    copy.write_bytes((pack / "pack.yaml").read_bytes())
    assert assessed(copy) == expected
    monkeypatch.chdir(copy.parent)
    assert assessed(Path()) == expected
    assert assessed(Path("evidence.YML")) == expected


@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_yaml_and_json_say_the_same(pack: Path, tmp_path: Path) -> None:
    said = content(pack)
    (tmp_path / "pack.json").write_text(json.dumps(said), encoding="utf-8")
    (tmp_path / "flow.yaml").write_text(
        yaml.dump(said, default_flow_style=True, default_style='"', allow_unicode=True), encoding="utf-8"
    )
    assert assessed(tmp_path / "pack.json") == assessed(pack)
    assert assessed(tmp_path / "flow.yaml") == assessed(pack)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_order_says_nothing(pack: Path, seed: int, tmp_path: Path) -> None:
    said = shuffled(content(pack), random.Random(seed))  # noqa: S311 - no secret
    (tmp_path / "pack.yaml").write_text(yaml.dump(said, sort_keys=False, allow_unicode=True), encoding="utf-8")
    assert (tmp_path / "pack.yaml").read_bytes() != (pack / "pack.yaml").read_bytes()
    assert assessed(tmp_path) == assessed(pack)


@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_files_say_nothing(pack: Path, tmp_path: Path) -> None:
    """The header in the last file by name, the facts spread one by one over YAML and JSON files."""
    said = content(pack)
    header = {key: value for key, value in said.items() if key not in LISTS}
    (tmp_path / "z.yaml").write_text(yaml.dump({**header, "documents": said["documents"]}), encoding="utf-8")
    spread: list[dict[str, list[Any]]] = [{}, {}, {}]
    for name in set(LISTS).intersection(said) - {"documents"}:
        for place, item in enumerate(said[name]):
            spread[place % 3].setdefault(name, []).append(item)
    (tmp_path / "a.json").write_text(json.dumps(spread[0]), encoding="utf-8")
    (tmp_path / "b.yml").write_text(yaml.dump(spread[1]), encoding="utf-8")
    (tmp_path / "c.YAML").write_text(yaml.dump(spread[2]), encoding="utf-8")
    assert assessed(tmp_path) == assessed(pack)


def test_what_a_pack_says_does_change_the_result(tmp_path: Path) -> None:
    said = content(CLEVELAND)
    said["facts"] = said["facts"][1:]
    (tmp_path / "pack.json").write_text(json.dumps(said), encoding="utf-8")
    assert assessed(tmp_path) != assessed(CLEVELAND)


def test_json_is_canonical() -> None:
    printed = assessed(CLEVELAND).decode("utf-8")
    assert printed == json.dumps(json.loads(printed), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
