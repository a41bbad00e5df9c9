"""When a fact comes into being."""

from functools import cache

from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.when import When


def occurs_on(fact: Fact) -> When | None:
    """The latest of the dates before which the fact does not exist, its period's end among them; None without any."""
    dates = [getattr(fact, name) for name in _occurring(fact.kind)]
    if fact.period is not None:
        dates.append(fact.period.ends)
    return max((day for day in dates if day is not None), key=lambda when: when.last, default=None)


@cache
def _occurring(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fact_types()[kind].fields.values() if field.dating == "occurs")
