"""One condition that a rule puts to a field of a fact: which field, which test.

The tests are the whole set of operators of the notation. None of them negates.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Is:
    """The field has this one value."""

    value: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field has one of these values; a set holds at least one of them."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covers:
    """The set holds at least these."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number is this or more; or the word of a vocabulary with the order `scale` is this or stronger."""

    value: str
    scale: tuple[str, ...] = ()

    @property
    def least(self) -> Decimal:
        """The bound on the order of the values."""
        return Decimal(self.scale.index(self.value)) if self.scale else Decimal(self.value)


@dataclass(frozen=True, slots=True)
class AtMost:
    """The number is this or less; or the word of a vocabulary with the order `scale` is this or weaker."""

    value: str
    scale: tuple[str, ...] = ()

    @property
    def most(self) -> Decimal:
        """The bound on the order of the values."""
        return Decimal(self.scale.index(self.value)) if self.scale else Decimal(self.value)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The source states the field, whatever it says."""


@dataclass(frozen=True, slots=True)
class WithinMonths:
    """The date lies at most so many months before the as-at date."""

    months: int


@dataclass(frozen=True, slots=True)
class WithinRhythm:
    """The date lies within the cycle that the fact itself states in its field `rhythm`."""


@dataclass(frozen=True, slots=True)
class Count:
    """The set has at least so many members."""

    number: int


Test = Is | OneOf | Covers | AtLeast | AtMost | Recorded | WithinMonths | WithinRhythm | Count


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of one field. A `topic` condition selects which facts are meant; any other one judges them."""

    field: str
    test: Test
    topic: bool


@dataclass(frozen=True, slots=True)
class ProfileCondition:
    """A question of the profile and the answer that makes a criterion or a clause apply."""

    question: str
    test: Is | AtLeast | AtMost
