"""One change to an evidence pack: what a plan proposes, and what a what-if tries. The pack itself is never touched."""

from dataclasses import dataclass

Stated = str | tuple[str, ...]
"""A value as a pack writes it: one word, number or date, or the members of a set in order."""


@dataclass(frozen=True, slots=True)
class NewFact:
    """A further fact: its id, its kind, its fields by name in order, and the facts it refers to."""

    id: str
    kind: str
    values: tuple[tuple[str, Stated], ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendedFact:
    """A recorded fact with other values in some fields.

    A field named in `values` gets the value given there, whatever it held; `about`, where it names facts, becomes the
    whole of what the fact refers to.
    """

    fact: str
    values: tuple[tuple[str, Stated], ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawnFact:
    """A recorded fact taken out, with everything that refers to it left as it is."""

    fact: str


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """An answer to a question of the profile: `yes`, `no` or a number."""

    question: str
    answer: str


Change = NewFact | AmendedFact | WithdrawnFact | AnsweredQuestion
