"""Which answer to a question of the profile would make conditional wording not apply."""

from collections.abc import Iterable

from engine.model.change import AnsweredQuestion
from engine.model.condition import AtLeast, AtMost, Is, ProfileCondition


def excusing(conditions: Iterable[ProfileCondition]) -> tuple[AnsweredQuestion, ...]:
    """The answers, in order, each of which makes at least one of these conditions false."""
    answers = {(c.question, answer) for c in conditions if (answer := _against(c)) is not None}
    return tuple(AnsweredQuestion(question, answer) for question, answer in sorted(answers))


def excuses(answer: AnsweredQuestion, condition: ProfileCondition) -> bool:
    """Whether the answer makes the condition false."""
    if answer.question != condition.question:
        return False
    match condition.test:
        case Is(value):
            return answer.answer != value
        case AtLeast():
            return int(answer.answer) < condition.test.least
        case AtMost():
            return int(answer.answer) > condition.test.most


def _against(condition: ProfileCondition) -> str | None:
    match condition.test:
        case Is(value):
            return "no" if value == "yes" else "yes"
        case AtLeast():
            return str(int(condition.test.least) - 1) if condition.test.least > 0 else None
        case AtMost():
            return str(int(condition.test.most) + 1)
