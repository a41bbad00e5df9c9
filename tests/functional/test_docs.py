"""Every command that a document shows is run, and prints what the document shows.

In a fenced block a line that begins with `$ ` is a command and the lines below it are what it prints; a line `...`
stands for any lines left out.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from command_runner import ROOT, spiritlevel
from engine.evaluate.durable_host import is_available

DOCUMENTS = [
    path
    for pattern in ("README.md", "docs/*.md", "examples/README.md", "benchmarks/README.md")
    for path in sorted(ROOT.glob(pattern))
]
PROMPT = "$ "
OURS = "spiritlevel "


@dataclass(frozen=True, slots=True)
class Shown:
    """One command in a document, with the text that it is shown to print."""

    place: str
    command: str
    printed: str


def fenced(document: str) -> Iterator[tuple[int, list[str]]]:
    """The fenced blocks of a document, each with the number of its first line."""
    block: list[str] | None = None
    for number, line in enumerate(document.splitlines(), start=1):
        if line.lstrip().startswith("```"):
            if block is not None:
                yield number - len(block), block
            block = [] if block is None else None
        elif block is not None:
            block.append(line)
    assert block is None, "a fenced block is not closed"


def shown_in(document: str, name: str) -> Iterator[Shown]:
    for first, block in fenced(document):
        starts = [place for place, line in enumerate(block) if line.startswith(PROMPT)]
        for start, end in pairwise([*starts, len(block)]):
            printed = "".join(f"{line}\n" for line in block[start + 1 : end])
            yield Shown(f"{name}:{first + start}", block[start].removeprefix(PROMPT), printed)


def fits(printed: str, shown: str) -> bool:
    """Whether the text printed is what is shown, where a line `...` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*" if line == "...\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    return re.fullmatch(pattern, printed) is not None


def run_by_ci() -> set[str]:
    """The commands of the README that the check of a clean checkout runs."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = re.findall(r"<!-- (?:set-up|test) -->\s*```\w*\n(.*?)```", readme, flags=re.DOTALL)
    return {line for block in marked for line in block.splitlines()}


COMMANDS = [
    shown
    for path in DOCUMENTS
    for shown in shown_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
]


@pytest.mark.skipif(not is_available(), reason="the documents show what both evaluators decided")
@pytest.mark.parametrize("shown", COMMANDS, ids=lambda shown: f"{shown.place} {shown.command}")
def test_a_command_prints_what_the_document_shows(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shown.command.startswith(OURS):
        assert shown.command in run_by_ci(), "only commands of ours are run here, and this one is run nowhere else"
        return
    for name in ("examples", "rules", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    ended = spiritlevel(*shlex.split(shown.command)[1:])
    assert ended.code in {0, 1, 2, 3}
    printed = ended.text + ended.err
    assert printed == shown.printed or fits(printed, shown.printed)


def test_the_readme_shows_the_main_job() -> None:
    assert any(
        shown.place.startswith("README.md:") and shown.command.startswith("spiritlevel assess ") for shown in COMMANDS
    )


@pytest.mark.parametrize(
    ("printed", "shown", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\n", "a\nb\n", False),
        ("a\nb\nc\n", "a\n...\nc\n", True),
        ("a\nc\n", "a\n...\nc\n", True),
        ("a\nb\nc\n", "a\n...\n", True),
        ("a\nb\nc\n", "...\nb\n", False),
        ("a.b\n", "a.b\n", True),
        ("axb\n", "a.b\n", False),
        ("", "...\n", True),
    ],
)
def test_what_is_left_out_may_be_anything_and_the_rest_may_not(printed: str, shown: str, expected: bool) -> None:
    assert fits(printed, shown) is expected


def test_commands_are_found_with_what_they_print() -> None:
    document = "text\n```console\n$ one\nsays\n\n$ two\n```\n$ not this\n```sh\nthree\n```\n"
    assert list(shown_in(document, "D.md")) == [Shown("D.md:3", "one", "says\n\n"), Shown("D.md:6", "two", "")]
