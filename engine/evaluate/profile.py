"""A condition on the profile: true, false with its reason, or open."""

from dataclasses import dataclass
from decimal import Decimal

from engine.model.condition import AtLeast, AtMost, Is, ProfileCondition
from evidence_schemas.profile import Answer, Profile


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whether conditional wording applies. Where the profile is silent it does, and `open_question` is set."""

    applies: bool
    reason: str | None = None
    open_question: str | None = None


APPLIES = Applicability(applies=True)


def applicability(condition: ProfileCondition | None, profile: Profile) -> Applicability:
    """Put the condition to the profile. Silence means that the wording applies."""
    if condition is None:
        return APPLIES
    answer: Answer | int | None = getattr(profile, condition.question)
    if answer is None:
        return Applicability(applies=True, open_question=condition.question)
    if _holds(condition.test, answer):
        return APPLIES
    reason = answer.reason if isinstance(answer, Answer) else str(answer)
    return Applicability(applies=False, reason=reason)


def _holds(test: Is | AtLeast | AtMost, answer: Answer | int) -> bool:
    if isinstance(answer, Answer):
        return isinstance(test, Is) and test.value == ("yes" if answer.answer else "no")
    match test:
        case AtLeast():
            return Decimal(answer) >= test.least
        case AtMost():
            return Decimal(answer) <= test.most
        case Is(value):
            return str(answer) == value
