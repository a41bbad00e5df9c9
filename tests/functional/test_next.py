"""`next` through the whole command."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_runner import CLEVELAND, EXAMPLES, SCRUTINY, installed, spiritlevel
from engine.report.plan_json import PlansTold
from engine.report.text import WIDTH

NORTHUMBRIA = next(pack for pack in EXAMPLES if pack != CLEVELAND)
EMPTY = "pack: 1\norganisation: Office for Example Valley\nframework: apcc-2024\nas_at: 2024-03-31\n"
STRUCK = (
    EMPTY
    + """documents: [{id: D1, title: Letters}]
facts:
  - {id: X1, kind: dispute, disputes: [5.2.1], says: not so, source: {document: D1, locator: letter 1}}
  - id: R1
    kind: resolution
    about: [X1]
    side: dispute_upheld
    made_by: pcc
    made_on: 2024-02-01
    reasons: the register shows none
    source: {document: D1, locator: letter 2}
"""
)
THEME_5 = ("5.1.1", "5.2.1", "5.3.1")


def printed(pack: Path, asked: tuple[str | Path, ...], format_: str) -> str:
    ended = spiritlevel("next", pack, *asked, "--format", format_)
    assert (ended.code, ended.err) == (0, "")
    return ended.text


printed_once = cache(printed)


def page_of(pack: Path, *asked: str | Path, format_: str = "text") -> str:
    """What the command prints; of an example, which does not change, it is asked once."""
    return (printed_once if pack in EXAMPLES else printed)(pack, asked, format_)


def said(pack: Path, *asked: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, which the published model accepts."""
    page = page_of(pack, *asked, format_="json")
    found: dict[str, Any] = json.loads(page)
    assert page == json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert PlansTold.model_validate(found).model_dump(mode="json", by_alias=True) == found
    return found


def steps(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every step of a plan in its order, those that depend on another one among them."""

    def below(some: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for step in some:
            yield step
            yield from below(step["then"])

    found = sorted(below(plan["steps"]), key=lambda step: int(step["number"]))
    assert [step["number"] for step in found] == list(range(1, len(found) + 1))
    return found


def words(page: str) -> str:
    return " ".join(page.split())


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "empty.yaml").write_text(EMPTY, encoding="utf-8")
    return tmp_path / "empty.yaml"


@pytest.fixture
def struck(tmp_path: Path) -> Path:
    (tmp_path / "struck.yaml").write_text(STRUCK, encoding="utf-8")
    return tmp_path / "struck.yaml"


# What is asked for


@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_without_a_target_it_is_the_next_level_of_every_section(pack: Path) -> None:
    found = said(pack)
    assert {name: found["target"][name] for name in ("level", "theme", "section", "criterion")} == {
        "level": "developing", "theme": None, "section": None, "criterion": None,
    }  # fmt: skip
    assert (found["outcome"], found["asked_for"], len(found["plans"])) == ("planned", "best", 1)
    assert found["plans"][0]["proven"]
    assert [one["id"] for one in found["plans"][0]["levels"] if one["sort"] == "section"] == ["A", "B", "C", "D"]
    page = page_of(pack)
    assert page.startswith("Next for ")
    assert "Developing in every section" in words(page.partition("\n=")[0])


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        (("--to", "achieving"), ("achieving", None, None, None)),
        (("--section", "C"), ("developing", "C", None, None)),
        (("--section", "C", "--to", "advancing"), ("advancing", "C", None, None)),
        (("--theme", "8"), ("developing", None, "8", None)),
        (("--theme", "8", "--to", "achieving"), ("achieving", None, "8", None)),
        (("--criterion", "3.1.6"), (None, None, None, "3.1.6")),
    ],
    ids=lambda value: " ".join(filter(None, value)),
)
def test_the_target_asked_for_is_the_target_planned_for(asked: tuple[str, ...], target: tuple[str | None, ...]) -> None:
    found = said(CLEVELAND, *asked)
    told = found["target"]
    assert (told["level"], told["section"], told["theme"], told["criterion"]) == target
    (plan,) = found["plans"]
    assert plan["effort"] == sum(step["effort"] for step in steps(plan))
    served = {one["criterion"] for step in steps(plan) for one in step["serves"]}
    assert served <= set(told["criteria"])
    assert len(served) == len(told["criteria"]) - plan["counting"]


def test_the_criteria_of_a_level_are_those_of_each_level_up_to_it(empty: Path) -> None:
    for level, needed in (("developing", 1), ("achieving", 2), ("advancing", 3)):
        assert said(empty, "--theme", "5", "--to", level)["target"]["criteria"] == list(THEME_5[:needed])


def test_the_next_level_is_the_one_above_what_is_reached(empty: Path, tmp_path: Path) -> None:
    reached = carried_out(empty, steps(said(empty, "--theme", "5")["plans"][0]), tmp_path / "after")
    assert said(reached, "--theme", "5")["target"]["level"] == "achieving"
    assert said(reached)["target"]["level"] == said(reached, "--section", "A")["target"]["level"] == "developing"


def test_a_step_tells_what_the_page_tells() -> None:
    plan = said(CLEVELAND, "--theme", "3")["plans"][0]
    page = words(page_of(CLEVELAND, "--theme", "3"))
    for step in steps(plan):
        assert f"{step['number']}. {step['headline']}" in page
        for line in (*step["needs"], *step["near"], *step["bodies"], step["shown_by"]):
            assert words(line) in page
        for served in step["serves"]:
            assert served["criterion"] in page
    for choice in plan["choices"]:
        assert f"{choice['criterion']} needs {choice['number']} more of its clauses" in page
    for level in plan["levels"]:
        assert f"{level['sort']} {level['id']}" in page


def test_the_day_is_the_one_given() -> None:
    """The panel of the pack has ended by then, so that it has to begin again."""
    assert said(SCRUTINY, "--criterion", "3.1.4")["outcome"] == "reached"
    found = said(SCRUTINY, "--criterion", "3.1.4", "--as-at", "2025-06-01")
    (step,) = steps(found["plans"][0])
    assert (found["as_at"], step["sort"], step["change"]["fact"]) == ("2025-06-01", "renew", "P1")
    assert step["change"]["values"] == {"ended_on": "2025-06-01"}


# Every smallest set, and a budget


def test_every_smallest_set_has_all_ways_to_answer(empty: Path) -> None:
    found = said(CLEVELAND, "--theme", "8", "--all")
    assert (found["asked_for"], found["complete"]) == ("all", True)
    efforts = [plan["effort"] for plan in found["plans"]]
    assert len(efforts) == 2
    assert efforts == sorted(efforts)
    best = said(CLEVELAND, "--theme", "8")["plans"][0]["effort"]
    assert best in efforts
    assert efforts[0] < best  # a fact that does not say what it is about may turn out to be about the matter
    answers = {frozenset(one["change"]["does"] for one in steps(plan)) for plan in found["plans"]}
    assert answers == {frozenset({"new_fact", "amended_fact"}), frozenset({"new_fact"})}
    assert "These are all 2 ways" in words(page_of(CLEVELAND, "--theme", "8", "--all"))
    assert "This is the only way to reach it" in words(page_of(empty, "--theme", "5", "--all"))


def test_a_limit_cuts_the_sets_and_says_so() -> None:
    found = said(CLEVELAND, "--criterion", "3.1.6", "--all", "--limit", "3")
    assert (len(found["plans"]), found["complete"]) == (3, False)
    more = said(CLEVELAND, "--criterion", "3.1.6", "--all", "--limit", "4")["plans"]
    assert [plan["effort"] for plan in more[:3]] == [plan["effort"] for plan in found["plans"]]
    page = page_of(CLEVELAND, "--criterion", "3.1.6", "--all", "--limit", "3")
    assert "the 3 cheapest ways; there are more" in words(page)
    assert page.count("\nSet ") == 3


@pytest.mark.parametrize("asked", [(), ("--theme", "8"), ("--section", "C", "--to", "achieving")], ids=" ".join)
def test_a_budget_buys_criteria_and_levels(asked: tuple[str, ...], tmp_path: Path) -> None:
    found = said(CLEVELAND, "--budget", "9", *asked)
    (plan,) = found["plans"]
    assert (found["asked_for"], found["budget"]) == ("budget", 9)
    assert plan["effort"] <= 9
    assert plan["counting"] + len(found["gained"]) == len(found["target"]["criteria"])
    assert set(found["gained"]) <= set(found["target"]["criteria"])
    after = assessed(carried_out(CLEVELAND, steps(plan), tmp_path / "after"))
    counts = {one["id"] for one in after["criteria"] if one["verdict"] in {"met", "not_applicable"}}
    assert counts >= set(found["target"]["criteria"])
    for level in plan["levels"]:
        assert level_in(after, level["sort"], level["id"]) == level["after"]
    page = words(page_of(CLEVELAND, "--budget", "9", *asked))
    assert f"{len(found['gained'])} more criteri" in page
    assert all(id_ in page for id_ in found["gained"])


def test_a_larger_budget_buys_no_fewer_levels() -> None:
    bought = [said(CLEVELAND, "--theme", "8", "--budget", effort) for effort in ("1", "7", "40")]
    gained = [len(found["gained"]) for found in bought]
    assert gained == sorted(gained)
    assert gained[-1] == len(said(CLEVELAND, "--theme", "8", "--to", "advancing")["target"]["criteria"])


def test_what_a_budget_cannot_buy_is_not_called_reached(empty: Path, struck: Path) -> None:
    found = said(empty, "--theme", "5", "--budget", "1")
    assert (found["outcome"], found["gained"], found["plans"]) == ("planned", [], [])
    assert "no criterion is within reach" in words(page_of(empty, "--theme", "5", "--budget", "1"))
    found = said(struck, "--criterion", "5.2.1", "--budget", "90")
    assert (found["outcome"], found["gained"], found["plans"]) == ("planned", [], [])
    assert said(struck, "--theme", "5", "--budget", "90")["gained"] == ["5.1.1", "5.3.1"]


# Efforts


def test_other_efforts_change_the_plan(empty: Path, tmp_path: Path) -> None:
    efforts = tmp_path / "efforts.yaml"
    efforts.write_text("new: {collected_data: 40}\n", encoding="utf-8")
    assert said(empty, "--theme", "5")["plans"][0]["effort"] == 5
    assert said(empty, "--theme", "5", "--efforts", efforts)["plans"][0]["effort"] == 40
    efforts.write_text("recorded: {fill: 30, change: 30, renew: 30}\n", encoding="utf-8")
    dear = said(CLEVELAND, "--theme", "8", "--efforts", efforts)["plans"][0]
    assert {step["change"]["does"] for step in steps(dear)} == {"new_fact"}


def test_every_fault_of_the_efforts_is_told_with_its_place(empty: Path, tmp_path: Path) -> None:
    efforts = tmp_path / "efforts.yaml"
    efforts.write_text(
        "recorded:\n  fill: 0\n  chnge: 2\n  renew: -3\n  decide: two\n"
        "new:\n  polciy: 5\n  other: 1.5\n  training: [1]\n  analysis:\nextra: 4\n",
        encoding="utf-8",
    )
    ended = spiritlevel("next", empty, "--efforts", efforts)
    assert (ended.code, ended.out) == (3, b"")
    assert [line.partition(": ")[::2] for line in ended.err.splitlines() if line.startswith("efforts.yaml:")] == [
        ("efforts.yaml:2:9", "`fill` must be at least 1, found `0`"),
        ("efforts.yaml:3:3", "unknown key `chnge` in `recorded`"),
        ("efforts.yaml:4:10", "`renew` must be a whole number, found `-3`"),
        ("efforts.yaml:5:11", "`decide` must be a whole number, found `two`"),
        ("efforts.yaml:7:3", "unknown kind of fact `polciy`"),
        ("efforts.yaml:8:10", "`other` must be a whole number, found `1.5`"),
        ("efforts.yaml:9:13", "`training` must be a whole number, found a list"),
        ("efforts.yaml:10:12", "`analysis` must be a whole number, found nothing"),
        ("efforts.yaml:11:1", "unknown key `extra` in the file"),
    ]
    assert "did you mean `policy`?" in ended.err
    assert ended.err.endswith("9 faults; nothing was determined\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1\n", "efforts.yaml:1:1: the file must be keys with values, found a list"),
        ("new: {policy: 5\n", "efforts.yaml:2:1: "),
        ("", "efforts.yaml: this file is empty"),
        ("new: {}\n", "efforts.yaml:1:6: `new` is empty"),
        ("new: {policy: 1, policy: 2}\n", "efforts.yaml:1:18: the key `policy` is given twice"),
        (None, "efforts.yaml: this file does not exist"),
    ],
    ids=repr,
)
def test_efforts_that_are_no_mapping_of_numbers(empty: Path, tmp_path: Path, text: str | None, told: str) -> None:
    efforts = tmp_path / "efforts.yaml"
    if text is not None:
        efforts.write_text(text, encoding="utf-8")
    ended = spiritlevel("next", empty, "--efforts", efforts)
    assert (ended.code, ended.out) == (3, b"")
    assert ended.err.startswith(told)


# Ends of the ladder, and what cannot be reached


def test_nothing_is_missing_where_the_target_is_reached(empty: Path, tmp_path: Path) -> None:
    plan = said(empty, "--theme", "5", "--to", "advancing")["plans"][0]
    reached = carried_out(empty, steps(plan), tmp_path / "after")
    for more in ((), ("--to", "achieving"), ("--all",), ("--budget", "4")):
        found = said(reached, "--theme", "5", *more)
        assert (found["outcome"], found["plans"], found["gained"]) == ("reached", [], [])
    for more in ((), ("--all",), ("--budget", "4")):
        page = words(page_of(reached, "--theme", "5", *more))
        assert "Nothing is missing: all 3 criteria that this needs are met or not applicable." in page
    assert said(reached, "--criterion", "5.2.1")["outcome"] == "reached"


@pytest.mark.parametrize(
    "asked",
    [("--criterion", "5.2.1"), ("--theme", "5", "--to", "achieving"), ("--section", "A", "--to", "achieving")],
    ids=" ".join,
)
@pytest.mark.parametrize("more", [(), ("--all",)], ids=["best", "all"])
def test_an_upheld_dispute_of_a_criterion_leaves_no_way(
    asked: tuple[str, ...], more: tuple[str, ...], struck: Path
) -> None:
    found = said(struck, *asked, *more)
    assert (found["outcome"], found["unreachable"], found["plans"]) == ("unreachable", ["5.2.1"], [])
    page = words(page_of(struck, *asked, *more))
    assert "No change to the pack reaches this." in page
    assert "a dispute of 5.2.1 was upheld; only a newer resolution that replaces that one could say otherwise" in page


def test_what_does_not_need_the_struck_criterion_is_planned_for(struck: Path) -> None:
    found = said(struck, "--theme", "5")
    assert (found["target"]["criteria"], found["outcome"]) == (["5.1.1"], "planned")


def test_a_newer_resolution_that_replaces_the_upholding_one_opens_the_way(struck: Path) -> None:
    newer = (
        "  - {id: R2, kind: resolution, about: [X1], side: evidence_upheld, made_by: pcc, made_on: 2024-03-01,\n"
        "     reasons: it was found, replaces: [R1], source: {document: D1, locator: letter 3}}\n"
    )
    struck.write_text(STRUCK + newer, encoding="utf-8")
    assert said(struck, "--criterion", "5.2.1")["outcome"] == "planned"


def test_an_open_dispute_of_a_criterion_has_to_be_settled(struck: Path) -> None:
    struck.write_text(STRUCK.partition("  - id: R1")[0], encoding="utf-8")
    (settle,) = [step for step in steps(said(struck, "--criterion", "5.2.1")["plans"][0]) if step["sort"] == "decide"]
    assert settle["change"]["about"] == ["X1"]
    assert settle["change"]["values"]["side"] == "evidence_upheld"
    page = page_of(struck, "--criterion", "5.2.1")
    assert "\nDecide\n------\n" in page
    assert "have X1 settled; the plan holds if the evidence is upheld" in words(page)


def test_an_office_without_anything(empty: Path) -> None:
    """Every criterion is served; where the profile is silent, the plan takes conditional wording to apply."""
    for level in ("developing", "advancing"):
        found = said(empty, "--to", level)
        (plan,) = found["plans"]
        served = {one["criterion"] for step in steps(plan) for one in step["serves"]}
        assert plan["counting"] == 0
        assert served == set(found["target"]["criteria"])
        assert {step["change"]["does"] for step in steps(plan)} == {"new_fact"}
        assert {step["sort"] for step in steps(plan)} == {"record"}


def test_a_question_that_is_answered_is_not_asked(empty: Path) -> None:
    target = ("--theme", "4", "--to", "advancing")
    asked = said(empty, *target)["plans"][0]
    (question,) = asked["questions"]
    assert question["effort"] < asked["effort"]
    empty.write_text(
        f"{EMPTY}profile: {{{question['question']}: {{answer: {question['answer']}, reason: it is so}}}}\n",
        encoding="utf-8",
    )
    (plan,) = said(empty, *target)["plans"]
    assert (plan["effort"], plan["questions"]) == (question["effort"], [])


# Carrying it out


def carried_out(pack: Path, some: Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """The pack with the changes of these steps written into its file as an office would, each with a source."""
    file = pack / "pack.yaml" if pack.is_dir() else pack
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - no types
    facts = {fact["id"]: fact for fact in content.setdefault("facts", [])}
    for step in some:
        change = step["change"]
        if change["does"] == "new_fact":
            source = {"document": "NEW", "locator": f"page {step['number']}"}
            fact = {"id": change["fact"], "kind": change["kind"], **change["values"], "source": source}
            content["facts"].append({**fact, "about": change["about"]} if change["about"] else fact)
        else:
            assert change["does"] == "amended_fact"
            facts[change["fact"]].update(change["values"])
            facts[change["fact"]].update({"about": change["about"]} if change["about"] else {})
    content["documents"] = [*content.get("documents", []), {"id": "NEW", "title": "What was done since"}]
    folder.mkdir()
    (folder / "pack.yaml").write_text(yaml.dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return folder


def assessed(pack: Path) -> dict[str, Any]:
    ended = spiritlevel("assess", pack, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.text)
    return found


def level_in(determination: Mapping[str, Any], sort: str, id_: str) -> str:
    sections = determination["sections"]
    places = sections if sort == "section" else [theme for section in sections for theme in section["themes"]]
    (place,) = [one for one in places if one["id"] == id_]
    return str(place["level"])


@pytest.mark.parametrize("level", ["developing", "advancing"])
@pytest.mark.parametrize("pack", EXAMPLES, ids=lambda pack: pack.name)
def test_whoever_carries_a_plan_out_reaches_the_level(pack: Path, level: str, tmp_path: Path) -> None:
    assert spiritlevel("assess", pack, "--fail-under", level).code == 1
    found = said(pack, "--to", level)
    after = carried_out(pack, steps(found["plans"][0]), tmp_path / "after")
    ended = spiritlevel("assess", after, "--fail-under", level)
    assert (ended.code, ended.err) == (0, "")
    determination = assessed(after)
    for one in found["plans"][0]["levels"]:
        assert level_in(determination, one["sort"], one["id"]) == one["after"]
    assert said(after, "--to", level)["outcome"] == "reached"


def test_whoever_leaves_a_step_out_does_not(empty: Path, tmp_path: Path) -> None:
    whole = steps(said(empty, "--theme", "5", "--to", "advancing")["plans"][0])
    needed = {id_ for step in whole for id_ in step["change"]["about"]}
    spare = [step for step in whole if step["change"]["fact"] not in needed]
    assert len(spare) > 1
    for left_out in spare:
        folder = tmp_path / str(left_out["number"])
        after = carried_out(empty, [step for step in whole if step is not left_out], folder)
        assert said(after, "--theme", "5", "--to", "advancing")["outcome"] == "planned"


# Wrong usage


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--to", "develping"), "`--to develping`: no such level; did you mean `developing`?"),
        (("--section", "Q"), "`--section Q`: no such section; write one of `A`, `B`, `C`, `D`"),
        (("--theme", "33"), "`--theme 33`: no such theme; did you mean `3`?"),
        (("--criterion", "3.1.44"), "`3.1.44` is not an encoded criterion of apcc-2024; did you mean `3.1.4`?"),
        (("--section", "A", "--theme", "3"), "`--section` and `--theme` name different targets; give one of them"),
        (("--theme", "3", "--criterion", "3.1.4"), "`--theme` and `--criterion` name different targets"),
        (("--criterion", "3.1.4", "--to", "developing"), "`--criterion` asks for one criterion, which has no `--to`"),
        (("--all", "--budget", "3"), "`--all` and `--budget` ask for different things; give one of them"),
        (("--budget", "0"), "'--budget': 0 is not in the range x>=1"),
        (("--budget", "much"), "'--budget': 'much' is not a valid integer"),
        (("--limit", "3"), "`--limit` is for `--all`, which is not given"),
        (("--all", "--limit", "0"), "'--limit': 0 is not in the range 1<=x<=1000"),
        (("--as-at", "2024-02-30"), "`2024-02-30` is not a date that exists"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage(asked: tuple[str, ...], told: str) -> None:
    ended = spiritlevel("next", SCRUTINY, *asked)
    assert (ended.code, ended.out) == (2, b"")
    assert told in words(ended.err)
    assert "Traceback" not in ended.err


def test_a_pack_without_a_date_needs_one(empty: Path) -> None:
    empty.write_text(EMPTY.replace("as_at: 2024-03-31\n", ""), encoding="utf-8")
    ended = spiritlevel("next", empty)
    assert (ended.code, ended.out) == (2, b"")
    assert "give `--as-at 2022-03-31`" in ended.err
    assert said(empty, "--theme", "5", "--as-at", "2024-03-31")["as_at"] == "2024-03-31"


def test_a_pack_that_cannot_be_read_is_refused(empty: Path) -> None:
    empty.write_text(EMPTY + "facts: [{id: F1, kind: polciy}]\n", encoding="utf-8")
    ended = spiritlevel("next", empty)
    assert (ended.code, ended.out) == (3, b"")
    assert ended.err.startswith("empty.yaml:5:")
    assert "did you mean `policy`?" in ended.err


# How it is printed

PAGES = [
    (CLEVELAND, ("--to", "advancing")),
    (CLEVELAND, ("--theme", "3")),
    (CLEVELAND, ("--criterion", "3.1.6", "--all", "--limit", "4")),
    (CLEVELAND, ("--theme", "8", "--all")),
    (CLEVELAND, ("--budget", "9")),
    (NORTHUMBRIA, ()),
    (NORTHUMBRIA, ("--section", "C")),
]


@pytest.mark.parametrize(("pack", "asked"), PAGES, ids=lambda value: "" if isinstance(value, Path) else " ".join(value))
def test_text_keeps_to_its_width_and_markdown_says_the_same(pack: Path, asked: tuple[str, ...]) -> None:
    page, marked = page_of(pack, *asked), page_of(pack, *asked, format_="md")
    assert [line for line in page.splitlines() if len(line) > WIDTH or line != line.rstrip()] == []
    assert marked.startswith("# ")
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    for one in {*said(pack, *asked)["target"]["criteria"]}:
        assert (f" {one}" in page) == (f" {one}" in marked)


def test_the_result_goes_to_the_file_and_the_pack_is_not_touched(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_bytes((NORTHUMBRIA / "pack.yaml").read_bytes())
    ended = spiritlevel("next", pack, "--theme", "8", "-o", tmp_path / "plan.txt")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    assert (tmp_path / "plan.txt").read_text(encoding="utf-8") == page_of(NORTHUMBRIA, "--theme", "8")
    assert pack.read_bytes() == (NORTHUMBRIA / "pack.yaml").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack.yaml", "plan.txt"]


@pytest.mark.parametrize("format_", ["text", "md", "json"])
def test_hash_order_and_folder_say_nothing_when_it_is_piped(format_: str, tmp_path: Path) -> None:
    arguments = ("next", str(NORTHUMBRIA), "--section", "C", "--format", format_)
    first = installed(*arguments, PYTHONHASHSEED="0")
    again = installed(*arguments, cwd=tmp_path, PYTHONHASHSEED="4711", COLUMNS="40", LC_ALL="C")
    assert (first.code, first.err, again.code, again.err) == (0, "", 0, "")
    assert first.text == again.text == page_of(NORTHUMBRIA, "--section", "C", format_=format_)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("asked", [("--criterion", "3.1.6", "--all", "--limit", "4"), ("--budget", "12")], ids=" ".join)
def test_hash_order_says_nothing_of_sets_and_budgets(asked: tuple[str, ...]) -> None:
    ended = installed("next", str(CLEVELAND), *asked, PYTHONHASHSEED="4711")
    assert ended.text == page_of(CLEVELAND, *asked)
