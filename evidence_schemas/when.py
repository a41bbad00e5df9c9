"""A date as a source states it: a day, a month or a year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_EXAMPLES = "2022-03-31, 2022-03, 2022"
_DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The days that a stated date can mean: `first` to `last`, both included; equal for a full date.

    Sources often give a month or a year only. Nothing is filled in: a question that the missing day would
    decide stays open.
    """

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2022-03-31`, `2022-03` or `2022`; raises ValueError on anything else and on days that do not exist."""
        if not re.match(_PATTERN, text):
            raise ValueError(text)
        parts = [int(part) for part in text.split("-")]
        year = parts[0]
        first_month, last_month = (parts[1], parts[1]) if len(parts) > 1 else (1, _DECEMBER)
        if len(parts) > 2:  # noqa: PLR2004
            day = date(year, first_month, parts[2])
            return cls(day, day)
        return cls(date(year, first_month, 1), date(year, last_month, days_in_month(year, last_month)))

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        if self.first.month == self.last.month:
            return f"{self.first:%Y-%m}"
        return f"{self.first:%Y}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PATTERN, "description": f"a day, a month or a year: {_EXAMPLES}"}

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            try:
                return cls.parse(value)
            except ValueError:
                pass
        raise PydanticCustomError("when", f"not a date that exists; write a day, a month or a year: {_EXAMPLES}")


def days_in_month(year: int, month: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(year, month)[1]


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * _DECEMBER + day.month - 1 + months, _DECEMBER)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))
