"""The pages under docs/ that are made from the schemas and the rules are those that the commands make today."""

from pathlib import Path

import pytest

from cli.main import run

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    "evidence.md": ["facts", "guide", "--format", "md"],
    "readings.md": ["rules", "readings", "--format", "md"],
}


@pytest.mark.parametrize("page", PAGES)
def test_page_is_up_to_date(page: str, tmp_path: Path) -> None:
    made = tmp_path / page
    assert run([*PAGES[page], "-o", str(made)]) == 0
    assert made.read_text(encoding="utf-8") == (DOCS / page).read_text(encoding="utf-8")
