"""Bad packs through the whole command: every fault told once with its place, exit 3, nothing written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command_runner import OWN_PACKS, SCRUTINY, Ended, spiritlevel
from engine.loading.source_text import MAX_BYTES
from rules import framework_folder

STORED = Path(__file__).parents[1] / "packs" / "bad"
BAD = sorted(path for path in STORED.iterdir() if path.suffix != ".expected")
HEADER = "pack: 1\norganisation: Office for Example Valley\nframework: apcc-2024\nas_at: 2024-03-31\n"
FIRST_DOCUMENT = "documents: [{id: D1, title: Report}]\n"


def refused(pack: Path, workplace: Path) -> Ended:
    """Assess a pack that must be refused; `workplace` must stay empty."""
    ended = spiritlevel("assess", pack, "--format", "json", "-o", workplace / "result.json")
    assert ended.code == 3, ended.err
    assert ended.out == b""
    assert "Traceback" not in ended.err
    assert list(workplace.iterdir()) == []
    return ended


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.mark.parametrize("pack", BAD, ids=[path.name for path in BAD])
def test_a_bad_pack_is_refused_with_every_fault(pack: Path, workplace: Path) -> None:
    told, _, last = refused(pack, workplace).err.removesuffix("\n").rpartition("\n")
    assert f"{told}\n" == pack.with_name(f"{pack.name}.expected").read_text(encoding="utf-8")
    assert last in {"1 fault; nothing was determined", f"{last.split()[0]} faults; nothing was determined"}


def test_every_fault_of_one_pack_is_told_in_one_run(workplace: Path) -> None:
    pack = OWN_PACKS / "every-fault"
    ended = refused(pack, workplace)
    assert ended.err == (OWN_PACKS / "every-fault.expected").read_text(encoding="utf-8")
    places = [line.split(": ")[0] for line in ended.err.splitlines() if line.startswith(("facts.", "pack."))]
    assert len(places) == len(set(places)) == int(ended.err.splitlines()[-1].split()[0])


@pytest.mark.parametrize("command", ["assess", "why"])
def test_a_bad_pack_is_told_alike_by_every_command(command: str) -> None:
    rest = ("3.1.4",) if command == "why" else ()
    ended = spiritlevel(command, STORED / "unknown-kind.yaml", *rest)
    assert (ended.code, ended.out) == (3, b"")
    assert ended.err.startswith((STORED / "unknown-kind.yaml.expected").read_text(encoding="utf-8"))


@pytest.mark.parametrize("suffix", ["yaml", "json"])
@pytest.mark.parametrize(("opening", "size"), [("[", 10), ('{"a": ', 10), ("[", 7), ('{"a": ', 7)])
def test_megabytes_of_nesting_are_refused(
    opening: str, size: int, suffix: str, tmp_path: Path, workplace: Path
) -> None:
    """More than a file may hold is refused for its size; what may be read is refused where it gets too deep."""
    pack = tmp_path / f"deep.{suffix}"
    pack.write_text(opening * (size * 1024 * 1024 // len(opening)), encoding="utf-8")
    told = refused(pack, workplace).err
    too_large = pack.stat().st_size > MAX_BYTES
    column = 20 * len(opening) + 1
    assert told.startswith(f"deep.{suffix}: this file is too large: " if too_large else f"deep.{suffix}:1:{column}: ")
    assert too_large or "nested deeper than 20 levels" in told
    assert told.endswith("1 fault; nothing was determined\n")


def test_indented_nesting_is_refused(tmp_path: Path, workplace: Path) -> None:
    pack = tmp_path / "deep.yaml"
    pack.write_text("".join(f"{' ' * depth}a:\n" for depth in range(3_000)), encoding="utf-8")
    assert refused(pack, workplace).err.startswith("deep.yaml:21:21: nested deeper than 20 levels\n")


def test_a_billion_laughs_are_refused_where_the_first_is_named(tmp_path: Path, workplace: Path) -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    pack = tmp_path / "laughs.yaml"
    pack.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = refused(pack, workplace).err
    assert told.startswith("laughs.yaml:1:5: anchors and aliases are not read, here `&a0`\n")


def test_a_folder_without_packs(tmp_path: Path, workplace: Path) -> None:
    assert refused(workplace, workplace).err == (
        "out: this folder is empty\n"
        "help: a pack is made of files whose names end in one of `.yaml`, `.yml`, `.json`\n"
        "1 fault; nothing was determined\n"
    )
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    assert refused(tmp_path, workplace).err.startswith(
        f"{tmp_path.name}: no file of a pack lies directly in this folder\n"
    )


@pytest.mark.parametrize("of_folder", [False, True])
def test_a_pack_that_one_may_not_read(of_folder: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_bytes(SCRUTINY.read_bytes())
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    barred = folder if of_folder else folder / "pack.yaml"
    barred.chmod(0)
    try:
        with as_an_ordinary_user():
            ended = spiritlevel("assess", "pack")
    finally:
        barred.chmod(0o755)
    what, name = ("folder", "pack") if of_folder else ("file", "pack.yaml")
    assert (ended.code, ended.out) == (3, b"")
    assert ended.err == (
        f"{name}: there is no permission to read this {what}\nhelp: ask its owner for it\n"
        "1 fault; nothing was determined\n"
    )


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """The superuser may read everything; step down for the while."""
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(65534)
    try:
        if not os.access(framework_folder("apcc-2024"), os.R_OK | os.X_OK, effective_ids=True):
            pytest.skip("an ordinary user may not read this checkout")
        yield
    finally:
        if is_superuser:
            os.seteuid(0)


def test_a_pack_for_another_framework_and_names_that_the_framework_lacks(tmp_path: Path, workplace: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(HEADER.replace("apcc-2024", "apcc-2042") + FIRST_DOCUMENT, encoding="utf-8")
    assert refused(pack, workplace).err.startswith(
        "pack.yaml:3:12: the pack is written for `apcc-2042`, not for `apcc-2024`\n"
    )
    pack.write_text(HEADER + "claims:\n  - {theme: '33', level: developping}\n", encoding="utf-8")
    told = refused(pack, workplace).err
    assert "pack.yaml:6:13: unknown theme `33`" in told
    assert "pack.yaml:6:26: unknown level `developping`" in told
    assert told.endswith("2 faults; nothing was determined\n")


def test_a_fact_after_the_date_is_no_fault(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    fact = "facts: [{id: P1, kind: scrutiny_panel, began_on: 2042-01-01, source: {document: D1, locator: p 1}}]\n"
    pack.write_text(HEADER + FIRST_DOCUMENT + fact, encoding="utf-8")
    ended = spiritlevel("assess", pack)
    assert (ended.code, ended.err) == (0, "")
    assert "- P1: dated 2042-01-01, after the as-at date: not yet in force\n" in ended.text


def test_windows_line_ends_say_nothing(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_bytes(b"\xef\xbb\xbf" + SCRUTINY.read_bytes().replace(b"\n", b"\r\n"))
    for format_ in ("text", "json"):
        assert spiritlevel("assess", pack, "--format", format_) == spiritlevel("assess", SCRUTINY, "--format", format_)
    pack.write_bytes(SCRUTINY.read_bytes().replace(b"kind: chair", b"kind: chaire").replace(b"\n", b"\r\n"))
    assert spiritlevel("assess", pack).err.startswith("pack.yaml:16:11: unknown kind of fact `chaire_appointment`\n")
