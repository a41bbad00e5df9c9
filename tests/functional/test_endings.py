"""How commands end: exit codes, what goes to which stream, and where results are written."""

import os
import signal
import stat
from pathlib import Path

import pytest

from cli.choices import opened
from command_runner import CLEVELAND, SCRUTINY, installed, spiritlevel
from evidence_schemas.pack import EvidencePack


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("assess", "--help"),
        ("assess", SCRUTINY),
        ("assess", SCRUTINY, "--format", "json"),
        ("assess", SCRUTINY, "--evaluators", "reference"),
        ("why", SCRUTINY, "3.1.4"),
        ("rules", "list"),
        ("rules", "show", "3.1.4"),
        ("rules", "readings"),
        ("rules", "graph", "--theme", "3"),
        ("facts", "list"),
        ("facts", "show", "scrutiny_panel"),
        ("facts", "schema"),
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:2])),
)
def test_a_command_that_ran_ends_with_0_and_says_nothing_beside_its_result(arguments: tuple[str | Path, ...]) -> None:
    ended = spiritlevel(*arguments)
    assert (ended.code, ended.err) == (0, "")
    assert ended.text.endswith("\n")
    assert ended.text.strip()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("assess",), "Missing argument 'PACK'"),
        (("asses", SCRUTINY), "No such command 'asses'"),
        (("assess", SCRUTINY, "--framework", "apcc-2042"), "'apcc-2042' is not 'apcc-2024'"),
        (("assess", SCRUTINY, "--as-at", "2023-02-29"), "`2023-02-29` is not a date that exists"),
        (("assess", SCRUTINY, "--as-at", "yesterday"), "`yesterday` is not a date that exists"),
        (("assess", SCRUTINY, "--fail-under", "gold"), "the levels are developing, achieving, advancing"),
        (("assess", SCRUTINY, "--format", "pdf"), "'pdf' is not one of 'text', 'json'"),
        (("why", SCRUTINY, "3.1.44"), "`3.1.44` is not an encoded criterion of apcc-2024; did you mean `3.1.4`?"),
        (("why", SCRUTINY, "chair"), "`chair` is not an encoded criterion of apcc-2024; `spiritlevel rules list`"),
        (("rules", "show", "3.1.44"), "did you mean `3.1.4`?"),
        (("rules", "graph", "--theme", "99"), "99"),
        (
            ("facts", "show", "scrutiny_pannel"),
            "there is no fact type `scrutiny_pannel`; did you mean `scrutiny_panel`?",
        ),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_wrong_usage_ends_with_2_and_says_what_to_write(arguments: tuple[str | Path, ...], told: str) -> None:
    ended = spiritlevel(*arguments)
    assert (ended.code, ended.out) == (2, b"")
    assert told in ended.err


def test_a_pack_without_a_date_needs_one(tmp_path: Path) -> None:
    undated = tmp_path / "pack.yaml"
    undated.write_text(SCRUTINY.read_text(encoding="utf-8").replace("as_at: 2024-03-31\n", ""), encoding="utf-8")
    ended = spiritlevel("assess", undated)
    assert (ended.code, ended.out) == (2, b"")
    assert "the pack gives no as-at date; add `as_at:` to it, or give `--as-at 2022-03-31`" in ended.err
    dated = spiritlevel("assess", undated, "--as-at", "2024-03-31")
    assert dated.code == 0
    assert "As at 2024-03-31." in dated.text


def test_the_date_given_wins_over_that_of_the_pack() -> None:
    as_it_stands = spiritlevel("why", SCRUTINY, "3.1.4").text
    before = spiritlevel("why", SCRUTINY, "3.1.4", "--as-at", "2024-02-14").text
    on_the_day = spiritlevel("why", SCRUTINY, "3.1.4", "--as-at", "2024-02-15").text
    last_day = spiritlevel("why", SCRUTINY, "3.1.4", "--as-at", "2025-05-31").text
    after = spiritlevel("why", SCRUTINY, "3.1.4", "--as-at", "2025-06-01").text
    assert [page.partition(":")[0] for page in (as_it_stands, before, on_the_day, last_day, after)] == [
        "3.1.4 MET",
        "3.1.4 UNKNOWN",
        "3.1.4 MET",
        "3.1.4 MET",
        "3.1.4 UNKNOWN",
    ]
    assert "- R1: dated 2024-02-15, after the as-at date: not yet in force" in before
    assert "2025-06-01; newer evidence is needed" in after


def test_a_threshold_that_is_missed_ends_with_1_beside_the_whole_result() -> None:
    plain = spiritlevel("assess", SCRUTINY)
    ended = spiritlevel("assess", SCRUTINY, "--fail-under", "developing")
    assert ended.code == 1
    assert ended.out == plain.out
    assert ended.err == "not shown to have reached developing: section A, section B, section C, section D\n"


def test_a_result_in_a_file_is_the_same_bytes(tmp_path: Path) -> None:
    for format_ in ("text", "json"):
        printed = spiritlevel("assess", SCRUTINY, "--format", format_)
        ended = spiritlevel("assess", SCRUTINY, "--format", format_, "-o", tmp_path / "result")
        assert (ended.code, ended.out, ended.err) == (0, b"", "")
        assert (tmp_path / "result").read_bytes() == printed.out
    assert [path.name for path in tmp_path.iterdir()] == ["result"]


def test_a_file_is_replaced_whole_and_a_link_to_it_stays(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("x" * 1_000_000, encoding="utf-8")
    (tmp_path / "link").symlink_to("old")
    assert spiritlevel("why", SCRUTINY, "3.1.4", "-o", tmp_path / "link").code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "old").read_bytes() == spiritlevel("why", SCRUTINY, "3.1.4").out


def test_a_pipe_that_is_named_as_the_file_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ended = spiritlevel("why", SCRUTINY, "3.1.4", "-o", pipe)
        assert (ended.code, ended.err) == (0, "")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 1_000_000) == spiritlevel("why", SCRUTINY, "3.1.4").out
    finally:
        os.close(reader)


@pytest.mark.parametrize(
    ("destination", "reason"),
    [("absent/result", "no such file or directory"), ("pack.yaml/result", "not a directory"), ("", "is a directory")],
)
def test_a_destination_that_cannot_be_written_is_named(
    destination: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack.yaml").write_bytes(SCRUTINY.read_bytes())
    monkeypatch.chdir(tmp_path)
    ended = spiritlevel("assess", "pack.yaml", "-o", destination)
    assert (ended.code, ended.out) == (2, b"")
    assert ended.err == f"Error: cannot write `{destination or '.'}`: {reason}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["pack.yaml"]


def test_a_folder_is_no_destination(tmp_path: Path) -> None:
    ended = spiritlevel("assess", SCRUTINY, "-o", tmp_path)
    assert (ended.code, ended.out) == (2, b"")
    assert "is a directory" in ended.err


def test_a_disk_that_is_full_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is real as far as it goes: replacing the file is what fails, after everything was written."""
    kept = tmp_path / "result"
    kept.write_text("kept\n", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ended = spiritlevel("assess", SCRUTINY, "-o", kept)
    assert (ended.code, ended.err) == (2, f"Error: cannot write `{kept}`: no space left on device\n")
    assert kept.read_text(encoding="utf-8") == "kept\n"
    assert [path.name for path in tmp_path.iterdir()] == ["result"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_stdout_that_takes_nothing_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = installed("assess", SCRUTINY, stdout=full.fileno())
    assert (ended.code, ended.err) == (2, "Error: cannot write the result to stdout: no space left on device\n")


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    """The reading end is closed before the command starts, as `head` closes it when it has its line."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = installed("assess", CLEVELAND, stdout=writing)
    finally:
        os.close(writing)
    assert (ended.code, ended.err) == (0, "")


def test_a_result_through_a_pipe_is_that_of_the_process() -> None:
    ended = installed("assess", SCRUTINY)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == spiritlevel("assess", SCRUTINY).out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_a_terminal_with_another_encoding_gets_the_same_bytes(encoding: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(SCRUTINY.read_text(encoding="utf-8").replace("Example Valley", "Dyffryn Tŷ Coch"), encoding="utf-8")
    ended = installed("assess", pack, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING=encoding)
    assert ended.code == 0
    assert ended.out == spiritlevel("assess", pack).out
    assert ended.text.startswith("Office for Dyffryn Tŷ Coch\n==========================\n")


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real signal to this process, sent at the moment at which the pack is read."""

    def interrupted(*_: object) -> EvidencePack:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the signal was not heeded")

    monkeypatch.setattr("cli.assess.opened", interrupted)
    # Whoever starts the tests in the background of a shell has the signal ignored for them.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        ended = spiritlevel("assess", SCRUTINY)
    finally:
        signal.signal(signal.SIGINT, inherited)
    assert (ended.code, ended.out, ended.err.strip()) == (130, b"", "interrupted")


def test_a_fault_of_ours_ends_with_70_and_says_what_to_send(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> EvidencePack:
        opened(*arguments)  # type: ignore[arg-type]
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("cli.assess.opened", broken)
    ended = spiritlevel("assess", SCRUTINY, "-o", tmp_path / "result")
    assert (ended.code, ended.out) == (70, b"")
    assert "Traceback" in ended.err
    assert "this is a fault of spiritlevel 0.1.0, not of your pack: planted\n" in ended.err
    assert ended.err.endswith("help: send the lines above, and the pack if you may, to whoever gave you spiritlevel\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["rules", "engine", "evidence_schemas"])
def test_a_foreign_package_of_our_name_earlier_on_the_path_is_refused(name: str, tmp_path: Path) -> None:
    foreign = tmp_path / name / "__init__.py"
    foreign.parent.mkdir()
    foreign.write_text("", encoding="utf-8")
    ended = installed("assess", SCRUTINY, PYTHONPATH=str(tmp_path))
    assert (ended.code, ended.out) == (70, b"")
    assert f"package `{name}` would be loaded from {foreign}, which is not part of spiritlevel\n" in ended.err
    assert ended.err.endswith("help: install spiritlevel in an environment of its own\n")
    assert "Traceback" not in ended.err


def test_a_foreign_folder_without_a_package_is_refused_or_harmless(tmp_path: Path) -> None:
    (tmp_path / "engine").mkdir()
    ended = installed("assess", SCRUTINY, PYTHONPATH=str(tmp_path))
    assert "Traceback" not in ended.err
    assert (ended.code, ended.out) in {(70, b""), (0, spiritlevel("assess", SCRUTINY).out)}


def test_the_folder_of_work_is_not_looked_into_for_packages(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "__init__.py").write_text("raise RuntimeError\n", encoding="utf-8")
    ended = installed("assess", SCRUTINY, cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
