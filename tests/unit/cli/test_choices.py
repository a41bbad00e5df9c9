"""What commands make of dates, frameworks and criteria that are given to them."""

from datetime import date

import click
import pytest

from cli.choices import DEFAULT_FRAMEWORK, Day, chosen_criterion, chosen_date
from cli.guard import foreign_packages
from harbour import FRAMEWORK, judged
from rules import framework_ids


@pytest.mark.parametrize("given", ["2022-03-31", date(2022, 3, 31)])
def test_a_full_date_is_taken(given: str | date) -> None:
    assert Day().convert(given, None, None) == date(2022, 3, 31)


@pytest.mark.parametrize("given", ["2022-02-30", "2022-03", "2022", "31.3.2022", "today", "", "0000-01-01"])
def test_what_is_no_full_date_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(click.BadParameter, match=r"is not a date that exists; write it as 2022-03-31"):
        Day().convert(given, None, None)


def test_the_date_given_wins_then_that_of_the_pack_and_there_is_no_other() -> None:
    dated, undated = judged(as_at="2023-01-01").pack, judged().pack
    assert chosen_date(date(2022, 3, 31), dated) == date(2022, 3, 31)
    assert chosen_date(None, dated) == date(2023, 1, 1)
    with pytest.raises(click.UsageError, match="the pack gives no as-at date"):
        chosen_date(None, undated)


def test_a_criterion_is_found_or_a_near_one_suggested() -> None:
    assert chosen_criterion("1.1.1", FRAMEWORK).title == "A panel with a chair"
    with pytest.raises(click.UsageError, match=r"did you mean `1.1.1`"):
        chosen_criterion("1.1.11", FRAMEWORK)


def test_the_default_framework_is_at_hand() -> None:
    assert DEFAULT_FRAMEWORK in framework_ids()


def test_no_package_of_ours_is_foreign_here() -> None:
    assert foreign_packages() == {}
