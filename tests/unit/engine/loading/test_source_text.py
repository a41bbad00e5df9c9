import json
import os
import string
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.loading.source_event import SourceLines
from engine.loading.source_text import MAX_BYTES, Entry, Mapping, Node, Scalar, Sequence, find, parse, plain, read
from engine.loading.source_tree import MAX_FAULTS, MAX_NODES, build_tree
from engine.loading.yaml_events import yaml_events
from engine.model.fault import Fault, Place

Told = tuple[int, int, str, str | None]


def tree_of(text: str, file: str = "a.yaml") -> Node:
    node, faults = parse(text.encode(), file)
    assert faults == ()
    assert node is not None
    return node


def faults_of(text: str | bytes, file: str = "a.yaml") -> list[Told]:
    faults = parse(text if isinstance(text, bytes) else text.encode(), file)[1]
    assert {fault.place.file for fault in faults} <= {file}
    return [told(fault) for fault in faults]


def told(fault: Fault) -> Told:
    return fault.place.line, fault.place.column, fault.message, fault.help


# What is read


def test_the_tree_has_its_places() -> None:
    assert tree_of("id: F1\nat:\n  - 'x'\n  -\n") == Mapping(
        (
            Entry(Scalar("id", Place("a.yaml", 1, 1), False), Scalar("F1", Place("a.yaml", 1, 5), False)),
            Entry(
                Scalar("at", Place("a.yaml", 2, 1), False),
                Sequence(
                    (Scalar("x", Place("a.yaml", 3, 5), True), Scalar(None, Place("a.yaml", 4, 4), False)),
                    Place("a.yaml", 3, 3),
                ),
            ),
        ),
        Place("a.yaml", 1, 1),
    )


@pytest.mark.parametrize("file", ["a.json", "A.JSON"])
def test_the_tree_of_json_has_its_places(file: str) -> None:
    assert tree_of('{\n  "a": [1, "x", null]}', file) == Mapping(
        (
            Entry(
                Scalar("a", Place(file, 2, 3), True),
                Sequence(
                    (
                        Scalar("1", Place(file, 2, 9), False),
                        Scalar("x", Place(file, 2, 12), True),
                        Scalar(None, Place(file, 2, 17), False),
                    ),
                    Place(file, 2, 8),
                ),
            ),
        ),
        Place(file, 1, 1),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("file", ["a.yaml", "a.json"])
def test_places_count_characters_whatever_the_line_ends(end: str, mark: bytes, file: str) -> None:
    text = end.join(["{", '"名😀": "é", "b": ', '  "x"', "}"])
    node, faults = parse(mark + text.encode(), file)
    assert faults == ()
    assert isinstance(node, Mapping)
    assert node.place == Place(file, 1, 1)
    key, value = node.entries[1].key, node.entries[1].value
    assert (key.place.line, key.place.column, key.place.text_line) == (2, 12, '"名😀": "é", "b": ')
    assert (value.place.line, value.place.column, value.place.text_line) == (3, 3, '  "x"')


@pytest.mark.parametrize(
    "word",
    [
        "1.10",
        "NO",
        "yes",
        "2022-13-40",
        "2022-03-31",
        "0x1F",
        "1_000",
        "012",
        "1e5",
        ".inf",
        "12:30:00",
        "Null",
        "=",
        "true",
    ],
)
def test_nothing_is_guessed(word: str) -> None:
    assert plain(tree_of(f"a: {word}")) == {"a": word}


@pytest.mark.parametrize("empty", ["", " ", "~", "null", " # to be asked"])
def test_what_is_left_empty_is_none(empty: str) -> None:
    assert plain(tree_of(f"a: {empty}\nb: [{empty.partition('#')[0].strip() or '~'}]")) == {"a": None, "b": [None]}


@pytest.mark.parametrize(("written", "text"), [("''", ""), ('"~"', "~"), ("'null'", "null"), ('"<<"', "<<")])
def test_what_is_quoted_is_text(written: str, text: str) -> None:
    node = tree_of(f"a: {written}")
    assert plain(node) == {"a": text}
    assert find(node, ("a",)) == Scalar(text, Place("a.yaml", 1, 4), True)


def test_quoted_signs_are_text_as_keys_too() -> None:
    assert plain(tree_of("'<<': 1\n'~': 2\n'': 3\n'null': 4")) == {"<<": "1", "~": "2", "": "3", "null": "4"}


def test_block_text_keeps_its_lines() -> None:
    assert plain(tree_of("a: |\n  one\n  two\nb: >-\n  one\n  two\nc: |\n")) == {
        "a": "one\ntwo\n",
        "b": "one two",
        "c": "",
    }


def test_one_document_may_have_its_signs() -> None:
    assert plain(tree_of("%YAML 1.2\n--- # begin\na: 1\n...\n")) == {"a": "1"}


def test_twenty_levels_are_read() -> None:
    expected: Any = "x"
    for _ in range(20):
        expected = [expected]
    assert plain(tree_of("[" * 20 + "x" + "]" * 20)) == expected


@pytest.mark.parametrize("file", ["a.json", "A.JSON"])
def test_json_has_its_own_escapes_and_may_hold_tabs(file: str) -> None:
    assert plain(tree_of('{"\\ud83d\\ude00":\t"a\tb\\/"}', file)) == {"\N{GRINNING FACE}": "a\tb/"}


# What a file may not have

ANCHOR_HELP = "write the value out wherever it is needed, and so for every other `&` and `*` in this file"
TAG_HELP = "take the tag out, or put text that begins with `!` in quotation marks"
EMPTY = (0, 0, "this file is empty", "write what belongs in it, or take it away")
EARLY = "check the indentation, and quotation marks that close too early"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: &x 1\nb: *x\nc: &y 2", [(1, 4, "anchors and aliases are not read, here `&x`", ANCHOR_HELP)]),
        ("a:\n  - *x", [(2, 5, "anchors and aliases are not read, here `*x`", ANCHOR_HELP)]),
        ("*x : 1\n*y : 2", [(1, 1, "anchors and aliases are not read, here `*x`", ANCHOR_HELP)]),
        (
            "a: !!str 1\nb: !x [c]\nc: ! d",
            [
                (1, 4, "tags are not read, here `!!str`", TAG_HELP),
                (2, 4, "tags are not read, here `!x`", TAG_HELP),
                (3, 4, "tags are not read, here `!`", TAG_HELP),
            ],
        ),
        ("a: !x!y z", [(1, 4, "tags are not read", TAG_HELP)]),
        ("a: !<x", [(1, 4, "tags are not read", TAG_HELP)]),
        ("<<: {a: 1}", [(1, 1, "merge keys (`<<`) are not read", "write the entries out")]),
        (
            "a: 1\n---\nb: 2",
            [(2, 1, "a second document begins here", "keep one document to a file, without `---` lines")],
        ),
        (
            "a: 1\nb: {c: 1, c: 2}\n'a': 3\na: 4",
            [
                (2, 11, "the key `c` is given twice", "it is first given at line 2, column 5; keep one of the two"),
                (3, 1, "the key `a` is given twice", "it is first given at line 1, column 1; keep one of the two"),
                (4, 1, "the key `a` is given twice", "it is first given at line 1, column 1; keep one of the two"),
            ],
        ),
        (
            "{[a]: 1, {b: c}: 2}",
            [
                (
                    1,
                    2,
                    "a key must be text, not a list or mapping",
                    "put text that begins with a bracket in quotation marks",
                ),
                (
                    1,
                    10,
                    "a key must be text, not a list or mapping",
                    "put text that begins with a bracket in quotation marks",
                ),
            ],
        ),
        (
            "a: 1\n~: 2\nnull: 3",
            [
                (
                    2,
                    1,
                    "a key is left empty",
                    "write the key before the `:`, in quotation marks if it is `null` or `~`",
                ),
                (
                    3,
                    1,
                    "a key is left empty",
                    "write the key before the `:`, in quotation marks if it is `null` or `~`",
                ),
            ],
        ),
        ("[" * 21, [(1, 21, "nested deeper than 20 levels", "check the brackets or the indentation")]),
        ("", [EMPTY]),
        (" \n# nothing\n", [EMPTY]),
        ("---\n", [EMPTY]),
        ("~", [EMPTY]),
        (
            "a: b\x00\nc: \x1b\x00",
            [
                (
                    1,
                    5,
                    "the invisible character U+0000 may not stand in a file",
                    "delete it; the file holds 2 of them",
                ),
                (2, 4, "the invisible character U+001B may not stand in a file", "delete it"),
            ],
        ),
        ("a:\n  b\u2028c", [(2, 4, "the invisible character U+2028 may not stand in a file", "delete it")]),
        ("a: \ufeffb", [(1, 4, "the invisible character U+FEFF may not stand in a file", "delete it")]),
        ("a: \x85b", [(1, 4, "the invisible character U+0085 may not stand in a file", "delete it")]),
        (
            'a: "\\0"',
            [
                (
                    1,
                    4,
                    "an escape in this text makes the character U+0000, which no text may hold",
                    "take the escape out",
                )
            ],
        ),
    ],
)
def test_what_is_refused_in_yaml(text: str, faults: list[Told]) -> None:
    assert faults_of(text) == faults


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "advice"),
    [
        (
            'a: "x',
            1,
            4,
            "the quotation mark that opens here is never closed",
            "close it, or put an apostrophe within single quotes twice",
        ),
        (
            'a: "x\n---\n"',
            1,
            4,
            "the quotation mark that opens here is not closed before the document ends",
            "close it before the line that begins with `---` or `...`",
        ),
        (
            "a: b: c",
            1,
            5,
            "a `:` is not expected here",
            "indent the keys of one mapping alike, and put text that holds a `:` in quotation marks",
        ),
        ("a: ? b", 1, 4, "a `?` is not expected here", "put text that begins with `?` in quotation marks"),
        (
            "a: - b",
            1,
            4,
            "a list item is not expected here",
            "begin the list on a line of its own, and put text that begins with `- ` in quotation marks",
        ),
        ("a:\n\tb: 1", 2, 1, "a tab stands where only spaces may indent", "indent with spaces"),
        ("a: b\n\tc: d", 2, 1, "a tab stands where only spaces may indent", "indent with spaces"),
        ("a: |\n\tb", 2, 1, "a tab stands where only spaces may indent", "indent with spaces"),
        ("a: @b", 1, 4, "text cannot begin with `@` here", "put the text in quotation marks"),
        ("a: %b", 1, 4, "text cannot begin with `%` here", "put the text in quotation marks"),
        ("a: * b", 1, 4, "text cannot begin with `*` here", "put the text in quotation marks"),
        ("a: & b", 1, 4, "text cannot begin with `&` here", "put the text in quotation marks"),
        (
            "a: 1\nb\nc: 1",
            2,
            1,
            "this line is neither a key with a `:` nor part of the value before it",
            "write `key: value` with a space after the `:`, or indent the line below the key that it belongs to",
        ),
        (
            r'a: "\d"',
            1,
            5,
            "a backslash in double quotes begins an escape, and this one does not exist",
            "write the backslash twice, or use single quotes",
        ),
        (
            r'a: "\x4"',
            1,
            7,
            "this escape needs more hexadecimal digits",
            "write the character itself, or the backslash twice",
        ),
        (r'a: "\ud800"', 1, 7, "this escape names no character", "write the character itself"),
        ("a: [1,\nb: 2\n", 3, 1, "expected `,` or `]` here", "the list opened at line 1, column 4 is still open"),
        ("a: {b: 1 ]", 1, 10, "expected `,` or `}` here", "the mapping opened at line 1, column 4 is still open"),
        ("a: [", 1, 5, "the text ends where a value is expected", "close the bracket that is still open"),
        ("a: 'it's'", 1, 8, "expected a key of the mapping that begins at line 1, column 1", EARLY),
        (
            "- a\nb: 1",
            2,
            1,
            "expected a further item of the list that begins at line 1, column 1",
            "begin each item with `- ` in the same column",
        ),
        ("a: }", 1, 4, "expected a value here", "put text that begins with `}` in quotation marks"),
        ("  a: 1\n b: 2", 2, 2, "the text goes on where it should have ended", EARLY),
        (
            "a: |b",
            1,
            4,
            "`|` begins text on the lines below, and more follows it here",
            "put text that begins with `|` in quotation marks",
        ),
        (
            "%a",
            1,
            1,
            "this `%` line is not understood",
            "take the line out, or put text that begins with `%` in quotation marks",
        ),
        (
            "%YAML 3.0\n---\na",
            1,
            1,
            "this `%` line is not understood",
            "take the line out, or put text that begins with `%` in quotation marks",
        ),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, line: int, column: int, message: str, advice: str) -> None:
    node, faults = parse(text.encode(), "a.yaml")
    assert node is None
    assert [told(fault) for fault in faults] == [(line, column, message, advice)]


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "advice"),
    [
        ("[1,]", 1, 4, "expected a value, found `]`", None),
        ("[1 2]", 1, 4, "expected `,` or `]`, found `2`", None),
        ('{"a": 1\n "b": 2}', 2, 2, 'expected `,` or `}`, found `"b"`', None),
        ('{"a" 1}', 1, 6, "expected `:`, found `1`", None),
        ('{"a": 1,}', 1, 9, "expected a key in double quotation marks, found `}`", None),
        ("{a: 1}", 1, 2, "expected a key in double quotation marks or `}`, found `a`", None),
        ("[}", 1, 2, "expected a value or `]`, found `}`", None),
        ("{} {}", 1, 4, "expected the end of the file, found `{`", None),
        ('[1, {"a":\n', 1, 5, "the mapping that opens here is never closed", "expected a value at the end of the file"),
        ("[1", 1, 1, "the list that opens here is never closed", "expected `,` or `]` at the end of the file"),
        (
            '["a\n"]',
            1,
            2,
            "the quotation mark that opens here is not closed on this line",
            r"close it; write a line end within text as `\n`, and a quotation mark as `\"`",
        ),
        (
            r'["a\\\d"]',
            1,
            6,
            "a backslash begins an escape, and this one does not exist",
            "write the backslash twice",
        ),
        (
            r'["a\u12g4"]',
            1,
            4,
            "a backslash begins an escape, and this one does not exist",
            "write the backslash twice",
        ),
        *(
            (
                f"[{word}]",
                1,
                2,
                f"`{word}` is not a JSON value",
                "put text in double quotation marks; without them stand only numbers, `true`, `false` and `null`",
            )
            for word in ["NaN", "-Infinity", "01", "+1", ".5", "1.", "True", "'a'", "//", "\N{NO-BREAK SPACE}1"]
        ),
    ],
)
def test_broken_json_is_told_in_plain_words(
    text: str, line: int, column: int, message: str, advice: str | None
) -> None:
    node, faults = parse(text.encode(), "a.json")
    assert node is None
    advice = advice or "check the commas, quotation marks and brackets just before it"
    assert [told(fault) for fault in faults] == [(line, column, message, advice)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [EMPTY]),
        (" \n", [EMPTY]),
        ("null", [EMPTY]),
        (
            '{"a": 1, "a": 2}',
            [(1, 10, "the key `a` is given twice", "it is first given at line 1, column 2; keep one of the two")],
        ),
        ("[" * 21, [(1, 21, "nested deeper than 20 levels", "check the brackets or the indentation")]),
        ('["\x7f"]', [(1, 3, "the invisible character U+007F may not stand in a file", "delete it")]),
        (
            r'["\ud800"]',
            [
                (
                    1,
                    2,
                    "an escape in this text makes the character U+D800, which no text may hold",
                    "take the escape out",
                )
            ],
        ),
    ],
)
def test_what_is_refused_in_json(text: str, faults: list[Told]) -> None:
    assert faults_of(text, "a.json") == faults


@pytest.mark.parametrize(
    ("data", "line", "column", "byte", "text_line"),
    [
        (b"a: 1\r\n\xc3\xa9: caf\xe9 x\nb", 2, 7, "e9", "é: caf\N{REPLACEMENT CHARACTER} x"),
        ("a: 1".encode("utf-16"), 1, 1, "ff", None),
        (b"\xef\xbb\xbfa: \xed\xa0\x80", 1, 4, "ed", None),
    ],
)
def test_what_is_not_utf8(data: bytes, line: int, column: int, byte: str, text_line: str | None) -> None:
    node, faults = parse(data, "a.yaml")
    assert node is None
    expected = (line, column, f"the byte 0x{byte} is not UTF-8 text", "save the file with the encoding UTF-8")
    assert [told(fault) for fault in faults] == [expected]
    assert text_line is None or faults[0].place.text_line == text_line


def test_every_fault_of_a_file_is_told_in_one_run() -> None:
    text = 'a: 1\na: &x !t 2\n{b}: 3\n<<: 4\nc: "\\0"\nd: [1\n'
    assert [(line, column) for line, column, *_ in faults_of(text)] == [
        (2, 1), (2, 4), (2, 4), (3, 1), (4, 1), (5, 4), (7, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a: 1\na: 2\nb: !t 3", "a: &x 1\nb: !t 3"])
def test_the_tree_is_given_with_its_faults_where_no_value_is_missing(text: str) -> None:
    node, faults = parse(text.encode(), "a.yaml")
    assert len(faults) == 2
    assert node is not None
    assert plain(node) == {"a": "1", "b": "3"}


@pytest.mark.parametrize(
    "text",
    [
        "a: *x",
        "*x : 1",
        "<<: 1",
        "~: 1",
        "[a]: 1",
        'a: "\\0"',
        "a: 1\n--- b",
        '"a" b',
        "a: 1\n b: 2",
        "[" * 21 + "]" * 21,
    ],
)
def test_no_tree_is_given_where_a_value_is_missing(text: str) -> None:
    node, faults = parse(text.encode(), "a.yaml")
    assert node is None
    assert len(faults) == 1


# Hostile files


BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(1, 60))


@pytest.mark.parametrize("file", ["a.yaml", "a.json"])
@pytest.mark.parametrize("text", ["[" * 8_000_000, '{"a":' * 1_500_000, "- " * 4_000_000, BOMB])
def test_a_bomb_is_one_fault_and_little_memory(text: str, file: str) -> None:
    data = text.encode()
    tracemalloc.start()
    try:
        node, faults = parse(data, file)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert node is None
    assert len(faults) == 1
    assert peak < 4 * len(data) + 1_000_000


def test_a_file_with_very_many_faults_stops_being_read() -> None:
    faults = faults_of("{" + "a: 1, " * 1_000_000)
    assert faults[0] == (0, 0, "reading stopped after 100 faults", "mend these first")
    assert len(faults) == MAX_FAULTS + 1


def test_a_file_with_very_many_values_stops_being_read() -> None:
    assert faults_of("- a\n" * (MAX_NODES + 5)) == [
        (MAX_NODES, 3, "more than 400,000 values in one file", "divide it into several files")
    ]


# Reading files


def test_a_file_is_read_under_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1")
    node, faults = read(path, "packs/x.yaml")
    assert faults == ()
    assert node is not None
    assert plain(node) == {"a": "1"}
    assert node.place == Place("packs/x.yaml", 1, 1)


def refusal(path: Path) -> Told:
    node, faults = read(path, "x.yaml")
    assert node is None
    (fault,) = faults
    assert fault.place == Place.whole("x.yaml")
    return told(fault)


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "x")[2:] == ("this file does not exist", "check the name and the directory")


def test_a_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path)[2:] == ("this is a directory, not a file", "name a file in it")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that is not an ordinary one")
def test_a_file_that_is_not_ordinary(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    assert refusal(tmp_path / "x")[2:] == ("this is not an ordinary file", "copy what it holds to a file")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch(mode=0)
    assert refusal(path)[2:] == ("there is no permission to read this file", "ask its owner for it")


def test_a_file_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    message, advice = refusal(tmp_path / "x" / "y")[2:]
    assert message.startswith("this file cannot be read: ")
    assert advice == "check the name and the directory"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    tracemalloc.start()
    try:
        assert refusal(path)[2:] == (
            "this file is too large: 8,388,609 bytes where 8,388,608 are allowed",
            "divide it into several files",
        )
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_data_that_are_too_large_are_not_parsed() -> None:
    assert faults_of(b"\xff" * (MAX_BYTES + 1))[0][2] == (
        "this file is too large: 8,388,609 bytes where 8,388,608 are allowed"
    )


# Places of typed faults

FACTS = "facts:\n  - kind: panel\n    panel: yes\n    chair: x\n    seats:\n      - 1\n      - two\n"


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        ((), False, 1, 1),
        (("facts", 0, "chair"), False, 4, 12),
        (("facts", 0, "chair"), True, 4, 5),
        (("facts", 0, "panel", "chair"), False, 4, 12),
        (("facts", 0, "panel", "panel"), False, 3, 12),
        (("facts", 0, "panel"), False, 3, 12),
        (("facts", 0, "panel", "seats", 1, "int"), False, 7, 9),
        (("facts", 0, "panel", "seats", 1), True, 7, 9),
        (("facts", 0, "other", "missing"), False, 2, 5),
        (("facts", 7, "chair"), False, 2, 3),
        (("facts", -1), False, 2, 3),
        (("facts", 0, "seats", "[key]"), False, 5, 5),
        (("nothing",), True, 1, 1),
        ((0,), False, 1, 1),
    ],
)
def test_a_path_is_followed_as_deep_as_it_goes(path: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
    place = find(tree_of(FACTS), path, key=key).place
    assert (place.line, place.column) == (line, column)


# Laws

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\t\n\r"),
    max_size=30,
) | st.sampled_from(
    ["null", "~", "", "<<", "*a", "&a", "!a", "%a", "---", "😀" * 400, "k" * 1100, "\u2028", "\ufeff", "/"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
INDENTS: st.SearchStrategy[int | str | None] = st.sampled_from([None, 0, 2, "\t"])


def as_text(value: object) -> object:
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(VALUES, INDENTS, st.booleans(), st.sampled_from([None, (",", ":"), (" ,\t", " : ")]))
def test_any_json_is_read_as_its_texts(
    value: object, indent: int | str | None, ascii_only: bool, separators: tuple[str, str] | None
) -> None:
    assume(value is not None)
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only, separators=separators)
    assert plain(tree_of(text, "a.json")) == as_text(value)


@given(
    st.dictionaries(st.text(string.printable.replace("\x0b", "").replace("\x0c", ""), max_size=20), VALUES, max_size=4)
)
def test_json_without_its_odd_corners_is_yaml_too(value: dict[str, object]) -> None:
    text = json.dumps(value, indent=2)
    assume("\\ud" not in text and "k" * 1100 not in text)
    assert plain(tree_of(text, "a.yaml")) == as_text(value)


@given(st.binary() | st.text("[]{}:,\"'\\-?&*!|>%@#~<. \t\r\nab01u\x00\ufeff\u2028é").map(str.encode), st.booleans())
def test_no_bytes_raise_and_every_place_is_in_the_text(data: bytes, as_json: bool) -> None:
    node, faults = parse(data, "a.json" if as_json else "a.yaml")
    assert node is not None or faults
    lines = (
        data.removeprefix(b"\xef\xbb\xbf")
        .decode(errors="replace")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    )
    for fault in faults:
        assert fault.place.line <= len(lines)
        if fault.place.line:
            assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1


@given(st.text("[]{}:,\"'\\-?&*!|>%@#~<. \t\nab01u"))
def test_the_parser_without_c_raises_nothing_either(text: str) -> None:
    node, faults = build_tree(yaml_events(SourceLines(text, "a.yaml"), yaml.BaseLoader), "a.yaml")
    assert node is not None or faults


@given(VALUES)
def test_the_parser_without_c_reads_the_same_tree(value: object) -> None:
    text = yaml.safe_dump({"a": value}, allow_unicode=False)
    assume("&id" not in text and "? " not in text and "!!" not in text)
    slow = build_tree(yaml_events(SourceLines(text, "a.yaml"), yaml.BaseLoader), "a.yaml")
    assert slow == parse(text.encode(), "a.yaml")


@pytest.mark.parametrize(
    "text",
    ['"\\UFFFFFFFF"', '"\\U00110000"', "%YAML 1." + "9" * 5000 + "\n---\na", "a: 'it's'", "a: 1\n b: 2", "[1, 2"],
)
def test_the_parser_without_c_gives_faults_as_well(text: str) -> None:
    assert len(build_tree(yaml_events(SourceLines(text, "a.yaml"), yaml.BaseLoader), "a.yaml")[1]) == 1
