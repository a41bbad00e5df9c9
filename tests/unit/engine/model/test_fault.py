import pickle

import pytest

from engine.model.fault import Fault, InvalidFramework, InvalidPack, InvalidSource, Place, describe, quote, visible


def test_places_sort_by_file_line_and_column_and_ignore_the_text_line() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1), Place.whole("a")]
    assert [str(place) for place in sorted(places)] == ["a", "a:9:1", "a:9:2", "a:10:1", "b:1:1"]
    assert Place("a", 1, 1, "x") == Place("a", 1, 1, "y")
    assert hash(Place("a", 1, 1, "x")) == hash(Place("a", 1, 1))


def test_faults_sort_by_place_then_message_then_help() -> None:
    place = Place("a", 1, 1)
    ordered = [Fault(Place.whole("a"), "z"), Fault(place, "m"), Fault(place, "m", "h"), Fault(place, "n", "a")]
    assert sorted([ordered[2], ordered[0], ordered[3], ordered[1]]) == ordered


def test_a_fault_is_told_with_its_line_caret_and_help() -> None:
    fault = Fault(Place("packs/a.yaml", 3, 8, "chair: yes"), "expected a name", "write the name")
    assert describe(fault) == "packs/a.yaml:3:8: expected a name\nchair: yes\n       ^\nhelp: write the name"


@pytest.mark.parametrize("text_line", [None, ""])
def test_without_a_source_line_there_is_no_caret(text_line: str | None) -> None:
    assert describe(Fault(Place("a.yaml", 3, 1, text_line), "gone")) == "a.yaml:3:1: gone"


def test_a_fault_of_the_whole_file_names_no_line() -> None:
    assert describe(Fault(Place.whole("a.yaml"), "gone", "look")) == "a.yaml: gone\nhelp: look"


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("\ta\tb", 4, "    a    b", 9),
        ("日本: x", 5, "日本: x", 6),
        ("cafe\u0301: x", 8, "cafe\u0301: x", 6),
        ("a\x1b[31m: x", 9, "a\\x1b[31m: x", 11),
        ("a\u202eb", 3, "a\\u202eb", 7),
        ("abc", 4, "abc", 3),
        ("abc", 1, "abc", 0),
    ],
)
def test_the_caret_stands_under_the_character(line: str, column: int, shown: str, caret: int) -> None:
    assert describe(Fault(Place("f", 1, column, line), "m")).split("\n")[1:] == [shown, " " * caret + "^"]


@pytest.mark.parametrize("column", [1, 2, 49, 50, 51, 60, 99, 100, 101, 102, 150, 500, 949, 950, 951, 990, 999, 1000])
def test_a_long_line_is_cut_around_the_column(column: int) -> None:
    line = "".join(chr(0x4E00 + number) if number % 7 == 0 else chr(0x13000 + number) for number in range(1000))
    shown, caret = describe(Fault(Place("f", 1, column, line), "m")).split("\n")[1:]
    cells = [
        cell
        for character in shown
        for cell in ([character, ""] if ord(character) in range(0x4E00, 0x5300) else [character])
    ]
    assert len(cells) <= 100
    assert cells[caret.index("^")] == line[column - 1]
    assert shown.startswith("...") == (line[0] not in shown)
    assert shown.endswith("...") == (line[-1] not in shown)


def test_a_line_of_a_hundred_columns_is_not_cut() -> None:
    line = "x" * 100
    for column in (1, 100, 101):
        assert describe(Fault(Place("f", 1, column, line), "m")).split("\n")[1:] == [line, " " * (column - 1) + "^"]
    assert describe(Fault(Place("f", 1, 1, line + "x"), "m")).split("\n")[1] == "x" * 97 + "..."


def test_what_a_terminal_would_obey_is_escaped_everywhere() -> None:
    told = describe(Fault(Place("a\x1b.yaml", 1, 1, "\x07"), "found `\x1b[2J\n`", "not\u2028so\ud800"))
    assert told == "a\\x1b.yaml:1:1: found `\\x1b[2J\\n`\n\\x07\n^\nhelp: not\\u2028so\\ud800"


def test_quoted_words_stay_short_and_on_one_line() -> None:
    assert quote("1.10") == "`1.10`"
    assert quote("a\nb\tc") == "`a\\nb\\tc`"
    assert quote("x" * 60) == f"`{'x' * 60}`"
    assert quote("x" * 61) == f"`{'x' * 57}...`"


def test_ordinary_text_is_visible_as_it_is() -> None:
    assert visible("Équipe 日本 - \N{EN DASH} ok") == "Équipe 日本 - \N{EN DASH} ok"


def test_an_invalid_source_holds_its_faults_sorted_and_once() -> None:
    first, second = Fault(Place("a", 1, 1), "m"), Fault(Place("b", 1, 1), "m", "h")
    error = InvalidPack([second, first, second])
    assert error.faults == (first, second)
    assert str(error) == "a:1:1: m\nb:1:1: m\nhelp: h"


def test_an_invalid_source_without_a_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one fault"):
        InvalidFramework([])


def test_a_broken_framework_is_never_taken_for_a_broken_pack() -> None:
    assert not issubclass(InvalidPack, InvalidFramework)
    assert not issubclass(InvalidFramework, InvalidPack)
    assert issubclass(InvalidPack, InvalidSource)
    assert issubclass(InvalidFramework, InvalidSource)


def test_an_invalid_source_passes_between_processes() -> None:
    error = InvalidPack([Fault(Place("a", 1, 1, "text"), "m", "h")])
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert isinstance(copy, InvalidPack)
    assert copy.faults == error.faults
