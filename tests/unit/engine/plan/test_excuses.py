"""Which answers make conditional wording not apply."""

import pytest

from engine.model.change import AnsweredQuestion
from engine.model.condition import AtLeast, AtMost, Is, ProfileCondition
from engine.plan.excuses import excuses, excusing

DEPUTY = ProfileCondition("deputy_employed", Is("yes"))


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (DEPUTY, "no"),
        (ProfileCondition("deputy_employed", Is("no")), "yes"),
        (ProfileCondition("employees", AtLeast("10")), "9"),
        (ProfileCondition("employees", AtMost("10")), "11"),
    ],
)
def test_the_answer_just_past_the_condition_excuses(condition: ProfileCondition, answer: str) -> None:
    (found,) = excusing([condition])
    assert found == AnsweredQuestion(condition.question, answer)
    assert excuses(found, condition)


def test_what_no_answer_excuses_has_none() -> None:
    assert excusing([ProfileCondition("employees", AtLeast("0"))]) == ()


def test_each_answer_is_given_once_and_in_order() -> None:
    asked = [ProfileCondition("employees", AtLeast("10")), DEPUTY, ProfileCondition("employees", AtLeast("3")), DEPUTY]
    assert [(a.question, a.answer) for a in excusing(asked)] == [
        ("deputy_employed", "no"),
        ("employees", "2"),
        ("employees", "9"),
    ]


def test_an_answer_excuses_what_it_makes_false_and_nothing_else() -> None:
    nine = AnsweredQuestion("employees", "9")
    assert excuses(nine, ProfileCondition("employees", AtLeast("10")))
    assert not excuses(nine, ProfileCondition("employees", AtLeast("9")))
    assert not excuses(nine, ProfileCondition("employees", AtMost("9")))
    assert excuses(nine, ProfileCondition("employees", AtMost("8")))
    assert not excuses(nine, DEPUTY)
    assert not excuses(AnsweredQuestion("deputy_employed", "yes"), DEPUTY)
