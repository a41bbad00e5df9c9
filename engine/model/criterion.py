"""A criterion as a rule: clauses, their parts, and how they combine (semantics section 1, notation)."""

from dataclasses import dataclass
from typing import Literal

from engine.model.condition import Condition, ProfileCondition


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked of one fact, or of `number` different facts of one kind.

    `about` names earlier parts whose facts this one must refer to; `name` lets later parts refer to it. Only a part
    that asks for one fact has a name.
    """

    id: str
    kind: str
    where: tuple[Condition, ...]
    about: tuple[str, ...] = ()
    name: str | None = None
    number: int = 1


@dataclass(frozen=True, slots=True)
class Clause:
    """One separately checkable demand. It has several parts when the rule says `each`."""

    id: str
    parts: tuple[Part, ...]
    applies_when: ProfileCondition | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """How the clauses combine: all of them, any of them, or at least `number` of them."""

    combine: Literal["all", "any", "at_least"]
    clauses: tuple[Clause, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The published paragraph: its locator and the SHA-256 of its normalised text, in hex."""

    locator: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One published indicator, restated in plain words, with the rule that decides it."""

    id: str
    theme: str
    level: str
    title: str
    asks: str
    reading: str
    source: Paragraph
    needs: Needs
    applies_when: ProfileCondition | None = None

    def parts(self) -> tuple[Part, ...]:
        """Every part of every clause, in order."""
        return tuple(part for clause in self.needs.clauses for part in clause.parts)


def in_order(criterion_id: str) -> tuple[int, ...]:
    """The place of a criterion or clause id in the framework: by number, so that 3.1.10 follows 3.1.9."""
    return tuple(int(part) for part in criterion_id.split(".") if part.isdecimal())
