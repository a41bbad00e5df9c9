"""Packs are read whole or refused with every fault, and say the same whatever their files look like."""

import json
import os
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.loading.pack_checks import faults_against
from engine.loading.pack_files import MAX_FILES
from engine.loading.packs import LoadedPack, load_pack, read_pack
from engine.loading.replacements import circles
from engine.model.fault import InvalidPack
from engine.model.framework import Framework, Level, Section, Theme
from evidence_schemas.catalogue import FactType, FieldType, fact_types
from evidence_schemas.profile import questions
from evidence_schemas.when import When

PACKS = Path(__file__).parents[3] / "packs"
BAD = sorted(path for path in (PACKS / "bad").iterdir() if path.suffix != ".expected")
GOOD = (PACKS / "good" / "pack.yaml").read_text(encoding="utf-8")
HEADER = "{pack: 1, organisation: Office for Example Valley, framework: apcc-2024"


def told(excinfo: pytest.ExceptionInfo[InvalidPack]) -> str:
    return "\n".join(f"{fault.place}: {fault.message}" for fault in excinfo.value.faults)


def one_file(text: str) -> LoadedPack:
    return read_pack({"pack.yaml": text.encode()})


@pytest.mark.parametrize("path", BAD, ids=[path.name for path in BAD])
def test_a_bad_pack_is_refused_with_its_message(path: Path) -> None:
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(path)
    assert f"{excinfo.value}\n" == path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")


def test_every_stored_message_has_its_pack() -> None:
    stored = {path.stem for path in (PACKS / "bad").glob("*.expected")}
    assert stored == {path.name for path in BAD}


def test_a_good_pack_is_read() -> None:
    loaded = load_pack(PACKS / "good" / "pack.yaml")
    pack = loaded.pack
    assert (pack.organisation, pack.framework, pack.as_at) == (
        "Office for Example Valley",
        "apcc-2024",
        date(2022, 3, 31),
    )
    assert pack.profile.employees == 24
    assert pack.profile.deputy_employed is not None
    assert pack.profile.deputy_employed.answer is True
    assert [fact.id for fact in pack.facts] == ["F1", "F2", "F3"] == list(loaded.facts)
    assert pack.documents[0].published_on == When(date(2022, 1, 1), date(2022, 1, 31))
    assert [claim.theme for claim in pack.claims] == ["3"]
    assert [absence.kind for absence in pack.not_held] == ["workforce_profile"]
    assert str(loaded.facts["F1"].place) == "pack.yaml:11:5"


def test_a_folder_is_one_pack() -> None:
    assert load_pack(PACKS / "good" / "folder").pack == load_pack(PACKS / "good" / "pack.yaml").pack


def test_order_comments_and_quotation_marks_say_nothing() -> None:
    pack = one_file(GOOD).pack
    assert one_file("# a comment\n" + GOOD.replace("id: F1", 'id: "F1"').replace("pack: 1", "pack: '1'")).pack == pack
    assert one_file(GOOD.replace("[F1, 3.1.4]", "[3.1.4, F1]")).pack.digest == pack.digest


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("employees: 24", "employees: 25"),
        ("answer: yes", "answer: no"),
        ("2022-03-31", "2022-03-30"),
        ("page 3", "page 33"),
        ("[F1, 3.1.4]", "[F1]"),
        ("status: in_place", "status: planned"),
        ("published_on: 2022-01", "published_on: 2022"),
        ("level: developing", "level: advancing"),
        ("fewer than", "less than"),
        ("Annual report", "Report"),
        ("Example Valley", "Sample Valley"),
        ("apcc-2024", "apcc-2025"),
    ],
)
def test_whatever_is_said_is_in_the_digest(said: str, instead: str) -> None:
    assert one_file(GOOD.replace(said, instead)).pack.digest != one_file(GOOD).pack.digest


@pytest.mark.parametrize(("number", "same"), [("0.5", "0.50"), ("100", "1e2"), ("0", "-0.0"), ("12", "012")])
def test_a_number_is_the_same_however_it_is_written(number: str, same: str) -> None:
    def pack(value: str) -> LoadedPack:
        fact = f"{{id: F1, kind: measured_change, source: {{document: D1, locator: p1}}, baseline_value: {value}}}"
        return one_file(f"{HEADER}, documents: [{{id: D1, title: Report}}], facts: [{fact}]}}")

    assert Decimal(number) == Decimal(same)
    assert pack(number).pack == pack(same).pack
    assert pack(number).pack != pack("7").pack


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path / "absent")
    assert told(excinfo) == "absent: this file does not exist"
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path / "absent.yaml")
    assert told(excinfo) == "absent.yaml: this file does not exist"


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path)
    assert told(excinfo) == f"{tmp_path.name}: this folder is empty"


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(GOOD, encoding="utf-8")
    for name in ("report.pdf", "._pack.yaml", ".hidden.json", "pack.yaml~"):
        (tmp_path / name).write_bytes(b"\xff\x00")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "facts.yaml").write_text("facts: nonsense", encoding="utf-8")
    assert load_pack(tmp_path).pack == one_file(GOOD).pack


def without_permission(path: Path) -> None:
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(GOOD, encoding="utf-8")
    without_permission(path)
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(path)
    assert told(excinfo) == "pack.yaml: there is no permission to read this file"


def test_a_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    without_permission(folder)
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(folder)
    assert told(excinfo) == "pack: there is no permission to read this folder"


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "facts.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path)
    assert told(excinfo) == "facts.yaml: this file does not exist"


def test_too_many_files(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 1):
        (tmp_path / f"{number}.yaml").touch()
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path)
    assert told(excinfo) == f"{tmp_path.name}: this folder holds 201 files of a pack where 200 are allowed"


def test_too_large_files(tmp_path: Path) -> None:
    for number in range(9):
        path = tmp_path / f"{number}.yaml"
        path.touch()
        os.truncate(path, 7_500_000)
    with pytest.raises(InvalidPack) as excinfo:
        load_pack(tmp_path)
    assert "67,500,000 bytes where 67,108,864 are allowed together" in told(excinfo)


def test_what_a_broken_file_may_hold_is_not_called_missing() -> None:
    fact = b"facts: [{id: F1, kind: scrutiny_panel, source: {document: D1, locator: p1}}]"
    with pytest.raises(InvalidPack) as excinfo:
        read_pack({"facts.yaml": fact, "pack.yaml": b"pack: 1\ndocuments: [\n"})
    assert [fault.place.file for fault in excinfo.value.faults] == ["pack.yaml"]
    with pytest.raises(InvalidPack) as excinfo:
        read_pack({"facts.yaml": fact, "pack.yaml": b"pack: 1\n"})
    assert "no document has the id `D1`" in told(excinfo)


def replacing(*edges: tuple[str, str]) -> str:
    """The faults of a pack in which the first fact of each pair replaces the second."""
    names = sorted({name for edge in edges for name in edge})
    facts = [
        {
            "id": name,
            "kind": "scrutiny_panel",
            "source": {"document": "D1", "locator": "p1"},
            **({"replaces": [old for new, old in edges if new == name]} if name in {new for new, _ in edges} else {}),
        }
        for name in names
    ]
    plain = {**header(), "facts": facts}
    try:
        read_pack({"pack.json": json.dumps(plain).encode()})
    except InvalidPack as error:
        return "; ".join(fault.message for fault in error.faults)
    return ""


def header() -> dict[str, Any]:
    return {
        "pack": 1,
        "organisation": "Office for Example Valley",
        "framework": "apcc-2024",
        "documents": [{"id": "D1", "title": "Report"}],
    }


def test_circles_of_replacements_are_named() -> None:
    assert not replacing(("F1", "F2"), ("F1", "F3"), ("F2", "F4"), ("F3", "F4"))
    assert "`F1` replaces `F2` replaces `F1`" in replacing(("F2", "F1"), ("F1", "F2"))
    two = replacing(("F1", "F2"), ("F2", "F1"), ("F3", "F4"), ("F4", "F5"), ("F5", "F3"))
    assert "`F1` replaces `F2` replaces `F1`" in two
    assert "`F3` replaces `F4` replaces `F5` replaces `F3`" in two


def test_a_circle_behind_a_tail_is_named_without_the_tail() -> None:
    circle = replacing(("F1", "F2"), ("F2", "F3"), ("F3", "F4"), ("F4", "F2"))
    assert circle == "facts replace one another in a circle: `F2` replaces `F3` replaces `F4` replaces `F2`"


def test_a_circle_is_named_once() -> None:
    assert list(circles({"B": ["A"], "A": ["B"], "C": ["A", "D"], "D": ["C"]})) == [("A", "B"), ("C", "D")]


def test_a_long_chain_of_replacements_is_sound() -> None:
    assert not replacing(*((f"F{number + 1}", f"F{number}") for number in range(3000)))


EDGES = st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")).filter(lambda edge: edge[0] != edge[1]))


@given(edges=EDGES)
def test_a_circle_is_found_exactly_where_there_is_one(edges: list[tuple[str, str]]) -> None:
    reach = set(edges)
    for _ in "ABCDE":
        reach |= {(a, d) for a, b in reach for c, d in reach if b == c}
    assert bool(replacing(*edges)) == any(a == b for a, b in reach)


RESOLUTION = "kind: resolution, source: {document: D1, locator: p1}, about: [F2], made_by: chief_executive, reasons: so"
DISPUTED = f"""{HEADER}, documents: [{{id: D1, title: Report}}], facts: [
  {{id: F1, kind: scrutiny_panel, source: {{document: D1, locator: p1}}}},
  {{id: F2, kind: dispute, source: {{document: D1, locator: p1}}, disputes: [F1]}},
  {{id: F3, {RESOLUTION}, made_on: 2022-01-01, side: evidence_upheld}},
  {{id: F4, {RESOLUTION}, made_on: 2022-02-01, side: dispute_upheld}}]}}
"""


def test_a_later_resolution_may_replace_an_earlier_one() -> None:
    with pytest.raises(InvalidPack, match="for the other side"):
        one_file(DISPUTED)
    assert len(one_file(DISPUTED.replace("2022-02-01,", "2022-02-01, replaces: [F3],")).pack.facts) == 4
    assert len(one_file(DISPUTED.replace("dispute_upheld", "evidence_upheld")).pack.facts) == 4


FRAMEWORK = Framework(
    id="apcc-2024",
    edition="1",
    name="A framework",
    levels=(Level("developing", "Developing", None), Level("advancing", "Advancing", "developing")),
    sections=(Section("A", "First"),),
    themes=(Theme("3", "Scrutiny", "A", {"developing": 4, "advancing": 1}),),
    criteria=(),
    retired=("3.1.3",),
)


@pytest.mark.parametrize(
    ("said", "instead", "message"),
    [
        ("apcc-2024", "apcc-2025", "pack.yaml:3:12: the pack is written for `apcc-2025`, not for `apcc-2024`"),
        ('theme: "3"', 'theme: "4"', "pack.yaml:28:13: unknown theme `4`"),
        ('theme: "3"', "section: B", "pack.yaml:28:15: unknown section `B`"),
        ("level: developing", "level: superb", "pack.yaml:28:25: unknown level `superb`"),
        ("3.1.4", "3.1.3", "pack.yaml:18:20: the criterion `3.1.3` is no longer in the framework"),
        ("3.1.4", "3.1.5", "pack.yaml:18:20: unknown criterion `3.1.5`"),
        ("3.1.4", "3.0.4", "pack.yaml:18:20: unknown criterion `3.0.4`"),
        ("3.1.4", "3.3.1", "pack.yaml:18:20: unknown criterion `3.3.1`"),
        ("3.1.4", "9.1.1", "pack.yaml:18:20: unknown criterion `9.1.1`"),
    ],
)
def test_what_is_said_of_the_framework_must_be_in_it(said: str, instead: str, message: str) -> None:
    assert faults_against(one_file(GOOD), FRAMEWORK) == ()
    faults = faults_against(one_file(GOOD.replace(said, instead)), FRAMEWORK)
    assert [f"{fault.place}: {fault.message}" for fault in faults] == [message]


# Packs made at random


LETTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
PHRASES = st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: text.strip() != "")
DAYS = st.dates(date(1999, 1, 1), date(2030, 12, 31)).map(str)
WHENS = DAYS.flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))
SOURCES = st.fixed_dictionaries(
    {"document": st.sampled_from(["D1", "D2"]), "locator": PHRASES}, optional={"quote": PHRASES}
)
TYPES = [described for described in fact_types().values() if described.kind not in {"dispute", "resolution"}]


def values(field: FieldType) -> st.SearchStrategy[object]:
    words = [member.value for member in field.vocabulary] if field.vocabulary is not None else []
    return {
        "word": st.sampled_from(words or ["?"]),
        "scale": st.sampled_from(words or ["?"]),
        "words": st.lists(st.sampled_from(words or ["?"]), min_size=1, max_size=3),
        "number": st.integers(0, 9999),
        "amount": st.sampled_from(["0.5", "0", "1", "0.25"]),
        "text": PHRASES,
        "day": WHENS,
        "yes_no": st.sampled_from(["yes", "no"]),
    }[field.shape]


@st.composite
def facts(draw: st.DrawFn, number: int) -> dict[str, Any]:
    described: FactType = draw(st.sampled_from(TYPES))
    names = [field for field in described.fields.values() if field.shape != "references"]
    chosen = draw(st.lists(st.sampled_from(names), unique_by=lambda field: field.name, max_size=4))
    fact = {"id": f"F{number}", "kind": described.kind, "source": draw(SOURCES)}
    return fact | {field.name: draw(values(field)) for field in chosen}


@st.composite
def packs(draw: st.DrawFn) -> dict[str, Any]:
    """A valid pack as plain data."""
    made = [draw(facts(number)) for number in range(draw(st.integers(0, 5)))]
    disputed = [
        {"id": "X1", "kind": "dispute", "source": draw(SOURCES), "disputes": ["3.1.4", *(f["id"] for f in made)]}
    ]
    answers = [name for name in questions() if name != "employees"]
    profile = {
        name: {"answer": draw(st.booleans()), "reason": draw(PHRASES)}
        for name in draw(st.sets(st.sampled_from(answers)))
    }
    return {
        "pack": 1,
        "organisation": draw(PHRASES),
        "framework": "apcc-2024",
        **draw(st.fixed_dictionaries({}, optional={"as_at": DAYS})),
        **({"profile": profile} if profile else {}),
        "documents": [{"id": "D1", "title": draw(PHRASES)}, {"id": "D2", "title": draw(PHRASES)}],
        "facts": made + draw(st.sampled_from([[], disputed])),
        "claims": draw(st.sampled_from([[], [{"theme": "3", "level": "developing"}]])),
        "not_held": draw(
            st.lists(st.fixed_dictionaries({"kind": st.just("data_series"), "reason": PHRASES}), max_size=2)
        ),
    }


def as_yaml(plain: object) -> bytes:
    return yaml.safe_dump(plain, sort_keys=False).encode()


def as_json(plain: object) -> bytes:
    return json.dumps(plain).encode()


@st.composite
def spread(draw: st.DrawFn, plain: Mapping[str, Any]) -> dict[str, bytes]:
    """The same pack in several files, its lists in another order."""
    listed = ("documents", "facts", "claims", "not_held")
    parts: list[dict[str, Any]] = [{key: value for key, value in plain.items() if key not in listed}, {}, {}]
    for key in listed:
        for item in draw(st.permutations(plain[key])):
            parts[draw(st.integers(0, 2))].setdefault(key, []).append(item)
    names = draw(st.permutations(["a", "b", "c"]))
    files = {}
    for name, part in zip(names, parts, strict=True):
        write, suffix = draw(st.sampled_from([(as_yaml, ".yaml"), (as_json, ".json"), (as_yaml, ".yml")]))
        if part:
            files[name + suffix] = write(part)
    return files


@given(plain=packs(), data=st.data())
def test_a_pack_is_the_same_however_it_is_written(plain: dict[str, Any], data: st.DataObject) -> None:
    pack = read_pack({"pack.yaml": as_yaml(plain)}).pack
    assert read_pack({"pack.json": as_json(plain)}).pack == pack
    loaded = read_pack(data.draw(spread(plain)))
    assert loaded.pack == pack
    assert loaded.pack.digest.startswith("sha256:")
    assert [fact.id for fact in loaded.pack.facts] == list(loaded.facts)


def read_or_refused(files: Mapping[str, bytes]) -> str:
    """The digest of the pack, or its faults as they are told."""
    try:
        return read_pack(files).pack.digest
    except InvalidPack as error:
        return str(error)


@given(data=st.data())
def test_a_changed_text_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 30)))
    moved = data.draw(st.integers(0, len(GOOD)).map(lambda at: GOOD[at : at + 20]) | st.text(max_size=6))
    text = (GOOD[:start] + moved + GOOD[end:]).encode("utf-8", errors="surrogatepass")
    assert read_or_refused({"pack.yaml": text})


@given(data=st.data())
def test_a_changed_value_is_read_or_refused(data: st.DataObject) -> None:
    plain = yaml.load(GOOD, Loader=yaml.BaseLoader)  # noqa: S506  reads text only
    odd: st.SearchStrategy[object] = st.sampled_from([None, "", "F1", "9", [], ["F1"], {}, {"id": "F1"}, [[]], "2022"])
    where: Any = plain
    for _ in range(data.draw(st.integers(0, 4))):
        keys = list(where) if isinstance(where, dict) else list(range(len(where)))
        inner = [key for key in keys if isinstance(where[key], dict | list) and where[key]]
        if not inner:
            break
        where = where[data.draw(st.sampled_from(inner))]
    where[data.draw(st.sampled_from(list(where) if isinstance(where, dict) else list(range(len(where)))))] = data.draw(
        odd
    )
    for name, written in (("pack.yaml", as_yaml(plain)), ("pack.json", as_json(plain))):
        assert read_or_refused({name: written})
