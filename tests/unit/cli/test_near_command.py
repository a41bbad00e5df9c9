"""A misspelt command is answered with the nearest one."""

import pytest

from command_runner import spiritlevel


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("asses",), "Error: No such command 'asses'; did you mean `assess`?\n"),
        (("whatif",), "Error: No such command 'whatif'; did you mean `what-if`?\n"),
        (("Fragile",), "Error: No such command 'Fragile'; did you mean `fragile`?\n"),
        (("rules", "grph"), "Error: No such command 'grph'; did you mean `graph`?\n"),
        (("facts", "sho"), "Error: No such command 'sho'; did you mean `show`?\n"),
        (("facts", "xyz"), "Error: No such command 'xyz'; write one of `guide`, `list`, `schema`, `show`\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_nearest_command_is_named(arguments: tuple[str, ...], told: str) -> None:
    ended = spiritlevel(*arguments)
    assert (ended.code, ended.out) == (2, b"")
    assert ended.err.endswith(told)


def test_an_unknown_option_is_no_misspelt_command() -> None:
    ended = spiritlevel("--formt")
    assert ended.code == 2
    assert "No such option" in ended.err
