"""How a field of a fact type is meant: what it is called in a sentence, and what part it plays."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from evidence_schemas.vocabulary import Vocabulary

WordT = TypeVar("WordT", bound=Vocabulary)

Dating = Literal["occurs", "later", "ends", "due"]


@dataclass(frozen=True, slots=True)
class FieldRole:
    """The part a field plays.

    `label` names the field in a sentence. A `topic` field says which matter a fact is about: a condition on it selects
    facts and never makes one contrary. `dating` is the part of a date: `occurs` (the fact does not exist before it),
    `later` (the field is empty before it), `ends` (the fact has lapsed after it), `due` (a date that something is meant
    to be reached by).
    """

    label: str
    topic: bool = False
    dating: Dating | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Which kinds of fact the field `about` may refer to; none named means any kind."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


def topic(label: str) -> FieldRole:
    """A field that says which matter the fact is about."""
    return FieldRole(label, topic=True)


def judged(label: str) -> FieldRole:
    """A field whose value a rule may find right or wrong."""
    return FieldRole(label)


def occurs(label: str) -> FieldRole:
    """A date before which the fact does not exist."""
    return FieldRole(label, dating="occurs")


def later(label: str) -> FieldRole:
    """A date before which the field is empty, although the fact exists."""
    return FieldRole(label, dating="later")


def ends(label: str) -> FieldRole:
    """A date after which the fact has lapsed."""
    return FieldRole(label, dating="ends")


def due(label: str) -> FieldRole:
    """A date by which something is meant to be reached."""
    return FieldRole(label, dating="due")


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"yes", "true", "no", "false"}:
        return value in {"yes", "true"}
    raise PydanticCustomError("yes_no", "must be `yes` or `no`")


YesNo = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=bool | Literal["yes", "no"])]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Quote = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Number = Annotated[int, Field(ge=0, le=10**12)]
Amount = Annotated[Decimal, Field(ge=-(10**12), le=10**12, decimal_places=9)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
Target = Annotated[str, StringConstraints(pattern=r"^([A-Za-z][A-Za-z0-9_-]{0,39}|\d{1,2}\.\d\.\d{1,2})$")]
SetOf = Annotated[frozenset[WordT], Field(min_length=1)]
References = Annotated[frozenset[Id], Field(min_length=1)]
