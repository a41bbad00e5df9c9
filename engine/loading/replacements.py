"""Facts that replace older ones: never in a circle, and never the newer by the older."""

from collections.abc import Iterable, Iterator, Mapping

from engine.loading.node_reader import NodeReader
from engine.loading.pack_records import PackRecords
from engine.loading.pack_references import by_id, references
from engine.model.fault import quote
from evidence_schemas.dating import occurs_on
from evidence_schemas.fact import Fact


def note_unsound_replacements(reader: NodeReader, records: PackRecords) -> None:
    """Note every circle of replacements, and every newer fact that an older one replaces."""
    facts = by_id(records.facts)
    for record in facts.values():
        for at in references(record, "replaces"):
            if at.text in facts and _is_older(record.value, facts[at.text].value):
                message = f"{quote(record.id or '')} replaces {quote(at.text)}, which is of a later date"
                reader.note(at, message, "let the newer fact name the older one under `replaces`, or mend the dates")
    replaced = {
        fact_id: tuple(
            sorted({at.text for at in references(record, "replaces") if at.text in facts and at.text != fact_id})
        )
        for fact_id, record in facts.items()
    }
    for circle in circles(replaced):
        last = circle[-1]
        at = next(at for at in references(facts[last], "replaces") if at.text == circle[0])
        told = " replaces ".join(quote(fact_id) for fact_id in (*circle, circle[0]))
        reader.note(at, f"facts replace one another in a circle: {told}", "take out one of these references")


def circles(edges: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """One circle of each knot in a graph, each from its least member on; knots that hang together may give one only."""
    done: set[str] = set()
    for start in sorted(edges):
        trail: dict[str, Iterator[str]] = {}
        step: str | None = start if start not in done else None
        while step is not None:
            trail[step] = iter(edges[step])
            step = _next_step(trail, done)
            if step in trail:
                names = list(trail)
                yield _from_least(names[names.index(step) :])
                done.update(trail)
                break


def _next_step(trail: dict[str, Iterator[str]], done: set[str]) -> str | None:
    """Go on from the end of the trail, back to where a way is left; None where there is none."""
    while trail:
        last = next(reversed(trail))
        for step in trail[last]:
            if step not in done:
                return step
        done.add(last)
        del trail[last]
    return None


def _from_least(circle: list[str]) -> tuple[str, ...]:
    turn = circle.index(min(circle))
    return (*circle[turn:], *circle[:turn])


def _is_older(newer: Fact | None, older: Fact | None) -> bool:
    """Whether the fact that replaces is certainly the earlier one."""
    if newer is None or older is None:
        return False
    new, old = occurs_on(newer), occurs_on(older)
    return new is not None and old is not None and new.last < old.first
