"""Plans found by trying everything, on cases small enough for it.

Written from what a step is, not from the planner: a new fact says as much as one fact can say, a recorded one is
changed in every way that keeps what it satisfies. Whether steps reach a target is for the second reading to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from engine.amend import amended
from engine.model.change import AmendedFact, AnsweredQuestion, Change, NewFact, Stated
from engine.model.condition import AtLeast, AtMost, Condition, Count, Covers, Is, OneOf, Test, WithinRhythm
from engine.model.criterion import Part
from engine.model.plan import Efforts, Plan
from engine.model.verdict import Verdict
from evidence_schemas.catalogue import FieldType, fact_types
from evidence_schemas.disputes import Dispute
from evidence_schemas.fact import Fact
from evidence_schemas.vocabulary import Party
from evidence_schemas.when import When
from oracle import COUNTS, Evidence, holds, judge, says
from planning import reached
from strategies import Case

MOST_PARTS = 5
MOST_SETS = 300
MOST_MOVES = 9

Token = tuple[str, str]
"""How one part is answered: its id, and `new` or the recorded fact; or `dispute`, and the dispute that is settled."""


class TooLarge(Exception):  # noqa: N818
    """There is too much to try."""


@dataclass(frozen=True, slots=True)
class Move:
    """One change, the parts that it answers, the recorded fact that it touches (or its own name), and its effort.

    It `guesses` where it says what a fact is about of which the pack says nothing.
    """

    change: NewFact | AmendedFact
    parts: frozenset[str]
    touches: str
    effort: int
    guesses: bool = False


def cheaper(case: Case, criteria: Sequence[str], efforts: Efforts, effort: int) -> list[Move] | None:
    """A set of moves that reaches the target for less than this effort; None where every such set was tried."""
    parts = open_parts(case, criteria)
    amending = [move for move in amending_moves(case, parts, efforts) if not move.guesses]
    moves = [*new_moves(case, parts, efforts), *amending, *decisions(case, efforts)]
    for tried, some in enumerate(_within(moves, effort - 1)):
        if tried == MOST_SETS:
            raise TooLarge
        if reached(case, criteria, changes(case, some)):
            return list(some)
    return None


def changes(case: Case, moves: Iterable[Move]) -> list[Change]:
    """The changes of the moves, in which every new fact refers to all that it could refer to."""
    moves = tuple(moves)
    known = [fact.id for fact in case.pack.facts] + [m.change.id for m in moves if isinstance(m.change, NewFact)]
    made: list[Change] = []
    for move in moves:
        own = move.change.id if isinstance(move.change, NewFact) else move.change.fact
        about = tuple(sorted(set(known) - {own})) if move.change.about == EVERYTHING else move.change.about
        made.append(replace(move.change, about=about))
    return made


EVERYTHING = ("everything",)


def uncarried(
    case: Case, criteria: Sequence[str], moves: Sequence[Move], smallest: Iterable[Plan]
) -> tuple[Move, ...] | None:
    """Moves that reach the target and carry none of the smallest sets; None where every choice of moves was tried."""
    parts = open_parts(case, criteria)
    listed = [frozenset(tokens(plan)) for plan in smallest]
    for size in range(len(moves) + 1):
        for some in combinations(moves, size):
            if reached(case, criteria, changes(case, some)):
                carried = answered(case, some, parts)
                if not any(few <= carried for few in listed):
                    return some
    return None


def single_moves(case: Case, parts: list[Part], efforts: Efforts) -> list[Move]:
    """Changes for one part each, and a resolution of each dispute; raises TooLarge where there are many."""
    single = [move for part in parts for move in new_moves(case, [part], efforts)]
    single += [move for part in parts for move in amending_moves(case, [part], efforts)]
    named = [_renamed(move, place) for place, move in enumerate(single)]
    moves = [*named, *decisions(case, efforts)]
    if len(moves) > MOST_MOVES:
        raise TooLarge
    return moves


def _renamed(move: Move, place: int) -> Move:
    if isinstance(move.change, NewFact):
        return replace(move, change=replace(move.change, id=f"single-{place}"))
    return move


def tokens(plan: Plan) -> Iterator[Token]:
    """How a plan answers each part: by a new fact or by a certain recorded one; and the disputes that it settles."""
    for step in plan.steps:
        match step.change:
            case NewFact(kind="resolution", about=about):
                yield from (("dispute", dispute) for dispute in about)
            case NewFact():
                yield from ((served.part, "new") for served in step.serves)
            case AmendedFact(fact=fact):
                yield from ((served.part, fact) for served in step.serves)
            case AnsweredQuestion():
                raise AssertionError("these cases have no conditional wording")


def answered(case: Case, moves: Iterable[Move], parts: Iterable[Part]) -> frozenset[Token]:
    """How the changed pack answers each part, whatever it was changed for."""
    made = changes(case, moves)
    evidence = Evidence.of(amended(case.pack, made), case.as_at)
    changed = {c.id: "new" for c in made if isinstance(c, NewFact)}
    changed |= {c.fact: c.fact for c in made if isinstance(c, AmendedFact)}
    found = {("dispute", d) for c in made if isinstance(c, NewFact) and c.kind == "resolution" for d in c.about}
    for part in parts:
        for fact in evidence.facts:
            if fact.id in changed and says(fact, replace(part, about=()), {}, evidence) in {
                Verdict.MET,
                Verdict.CONTESTED,
            }:
                found.add((part.id, changed[fact.id]))
    return frozenset(found)


def open_parts(case: Case, criteria: Iterable[str]) -> list[Part]:
    """The parts of the criteria that do not count; raises TooLarge where there are many."""
    verdicts = judge(case.framework, case.pack, case.as_at).criteria
    found = [part for id_ in criteria if verdicts[id_] not in COUNTS for part in case.framework.by_id[id_].parts()]
    if len(found) > MOST_PARTS:
        raise TooLarge
    return found


def new_moves(case: Case, parts: Sequence[Part], efforts: Efforts) -> Iterator[Move]:
    """New facts that answer as many parts as one fact can, as often as a part asks for different ones."""
    for kind in sorted({part.kind for part in parts}):
        own = [part for part in parts if part.kind == kind]
        for place, some in enumerate(_largest(own, lambda chosen: _tellings(case, chosen))):
            values = _tellings(case, some)[0]
            refers = any(part.about for part in some)
            for copy in range(max(part.number for part in some)):
                id_ = f"make-{sorted(fact_types()).index(kind)}-{place}-{copy}"
                change = NewFact(id_, kind, tuple(sorted(values.items())), EVERYTHING if refers else ())
                yield Move(change, frozenset(part.id for part in some), id_, efforts.of_new(kind))


def amending_moves(case: Case, parts: Sequence[Part], efforts: Efforts) -> Iterator[Move]:
    """Recorded facts changed so that they answer more, for each choice of parts that is worth its effort."""
    evidence = Evidence.of(case.pack, case.as_at)
    for fact in evidence.facts:
        own = [part for part in parts if says(fact, replace(part, about=()), {}, evidence) is not None]
        for some in (some for size in range(1, len(own) + 1) for some in combinations(own, size)):
            edited = _edited(case, fact, some, evidence)
            if edited is not None:
                change, sorts = edited
                costs = {"fill": efforts.fill, "tell": efforts.fill, "renew": efforts.renew, "finish": efforts.finish}
                effort = max({**costs, "change": efforts.change}[sort] for sort in sorts)
                yield Move(change, frozenset(part.id for part in some), fact.id, effort, guesses="tell" in sorts)


def decisions(case: Case, efforts: Efforts) -> Iterator[Move]:
    """A resolution of each dispute, for the evidence."""
    for fact in case.pack.facts:
        if isinstance(fact, Dispute):
            told = {"made_by": "pcc", "made_on": case.as_at.isoformat(), "reasons": "any", "side": "evidence_upheld"}
            change = NewFact(f"decide-{fact.id}", "resolution", tuple(sorted(told.items())), (fact.id,))
            yield Move(change, frozenset(), change.id, efforts.decide)


def _within(moves: Sequence[Move], effort: int) -> Iterator[tuple[Move, ...]]:
    """Every set of moves within the effort, one a fact, to which no later move can be added."""

    def grown(start: int, chosen: tuple[Move, ...], left: int) -> Iterator[tuple[Move, ...]]:
        taken = {move.touches for move in chosen}
        able = [p for p, move in enumerate(moves) if move.effort <= left and move.touches not in taken]
        if not able and chosen:
            yield chosen
        for place in able:
            if place >= start:
                yield from grown(place + 1, (*chosen, moves[place]), left - moves[place].effort)

    yield from grown(0, (), effort)


def _largest(parts: Sequence[Part], able: Callable[[Sequence[Part]], Sequence[object]]) -> Iterator[tuple[Part, ...]]:
    found: list[frozenset[str]] = []
    for size in range(len(parts), 0, -1):
        for some in combinations(parts, size):
            ids = frozenset(part.id for part in some)
            if not any(ids <= larger for larger in found) and able(some):
                found.append(ids)
                yield some


def _tellings(case: Case, parts: Sequence[Part]) -> list[dict[str, Stated]]:
    """What one new fact would say that answers all these parts; none where no fact can."""
    fields = fact_types()[parts[0].kind].fields
    names = {part.name for part in parts if part.name}
    if any(name in names for part in parts for name in part.about):
        return []  # it would have to refer to itself
    if len({part.id.rpartition(".")[0] for part in parts if part.about}) > 1:
        referred = {frozenset(_targets(case, part)) for part in parts if part.about}
        if len(referred) > 1:
            return []  # one fact is not told of several things
    asked = _asked(parts)
    options = [[(name, value) for value in _options(case, fields[name], asked[name], parts)] for name in sorted(asked)]
    return [dict(chosen) for chosen in product(*options)]


def _targets(case: Case, part: Part) -> Iterator[tuple[str, object]]:
    """The kinds that a part refers to, with what is asked of them."""
    for criterion in case.framework.criteria:
        if part in criterion.parts():
            yield from ((other.kind, other.where) for other in criterion.parts() if other.name in part.about)


def _options(case: Case, field: FieldType, tests: Sequence[Test], parts: Sequence[Part]) -> Sequence[Stated]:
    """The richest values that pass all tests. For whose it is and what it is about, only what one part asks for."""
    words = tuple(word.value for word in field.vocabulary) if field.vocabulary else ()
    if field.shape == "words" and field.topic:
        alone = [_asked([part]).get(field.name, []) for part in parts]
        if any(isinstance(test, Count) for test in tests):
            raise TooLarge  # there are too many sets of so many words
        clauses = {part.id.partition("[")[0] for part in parts}
        alone += [_asked(p for p in parts if p.id.startswith(clause)).get(field.name, []) for clause in sorted(clauses)]
        matters = [some for own in alone if own for some in _smallest(words, own)]
        return [some for some in matters if all(_set_passes(test, some) for test in tests)]
    if field.shape == "words":
        return [words] if all(_set_passes(test, words) for test in tests) else []
    if field.shape == "references":
        return []
    if field.shape == "day":
        return [case.as_at.isoformat()]
    bounds = [test.value for test in tests if isinstance(test, Is | AtLeast | AtMost)]
    values = words or {"text": ["any"], "yes_no": ["yes", "no"]}.get(field.shape) or [*bounds, "1"]
    return [value for value in values if all(_word_passes(test, value) for test in tests)][:1]


def _smallest(words: Sequence[str], tests: Sequence[Test]) -> list[tuple[str, ...]]:
    """The smallest sets of words that one part asks for."""
    for size in range(1, len(words) + 1):
        found = [some for some in combinations(words, size) if all(_set_passes(test, some) for test in tests)]
        if found:
            return [tuple(sorted(some)) for some in found]
    return []


def _set_passes(test: Test, value: Sequence[str]) -> bool:
    match test:
        case Covers(wanted):
            return set(wanted) <= set(value)
        case OneOf(wanted):
            return bool(set(wanted) & set(value))
        case Count(number):
            return len(value) >= number
    return True


def _word_passes(test: Test, value: str) -> bool:
    match test:
        case Is(wanted):
            return value == wanted
        case OneOf(wanted):
            return value in wanted
        case AtLeast(_, scale):
            return (scale.index(value) if scale else float(value)) >= test.least
        case AtMost(_, scale):
            return (scale.index(value) if scale else float(value)) <= test.most
    return True


USUAL = ["yearly", "half_yearly", "quarterly", "monthly", "every_few_years", "each_time", "once"]
REPEATING = OneOf(("yearly", "half_yearly", "quarterly", "monthly", "each_time", "every_few_years"))


def _asked(parts: Iterable[Part]) -> dict[str, list[Test]]:
    asked: dict[str, list[Test]] = {}
    for part in parts:
        for condition in part.where:
            asked.setdefault(condition.field, []).append(condition.test)
            if isinstance(condition.test, WithinRhythm):
                asked.setdefault("rhythm", []).append(REPEATING)
    return asked


def _edited(
    case: Case, fact: Fact, parts: Sequence[Part], evidence: Evidence
) -> tuple[AmendedFact, frozenset[str]] | None:
    """The fact changed so that it answers all these parts, and the sorts of work; None where nothing changes or can."""
    fields, asked = fact_types()[fact.kind].fields, _asked(parts)
    kept = _kept(case, fact, evidence)
    values: dict[str, Stated] = {}
    sorts: set[str] = set()
    for name, tests in asked.items():
        held = _held(fact, fields[name])
        if fields[name].shape == "day" or (held is not None and _passes_all(held, tests)):
            continue
        new = _grown(fields[name], [*tests, *kept.get(name, [])])
        if new is None:
            return None
        values[name] = new
        sorts.add(_work(fields[name], held))
    dated, late = _dates(case, fact, asked, values)
    silent = not getattr(fact, "about", None) and any(part.about for part in parts)
    sorts |= {*late, *(["tell"] if silent else [])}
    if not sorts:
        return None
    change = AmendedFact(fact.id, tuple(sorted({**values, **dated}.items())), EVERYTHING if silent else ())
    return change, frozenset(sorts)


def _dates(
    case: Case, fact: Fact, asked: Mapping[str, Sequence[Test]], values: Mapping[str, Stated]
) -> tuple[dict[str, Stated], set[str]]:
    """The dates that have to move to the day, and the sorts of work that this is."""
    moved: dict[str, Stated] = {}
    sorts: set[str] = set()
    told = fact.model_copy(update={"rhythm": values["rhythm"]}) if "rhythm" in values else fact
    for name, described in fact_types()[fact.kind].fields.items():
        when = getattr(fact, name)
        ended = described.dating == "ends" and isinstance(when, When) and when.last < case.as_at
        if described.shape == "day" and (
            ended
            or any(
                holds(Condition(name, test, topic=False), told, case.as_at) is not True for test in asked.get(name, [])
            )
        ):
            moved[name] = case.as_at.isoformat()
            future = described.dating == "later" and isinstance(when, When) and when.last > case.as_at
            sorts.add("fill" if when is None or future else "renew")
    return moved, sorts


def _work(field: FieldType, held: Stated | None) -> str:
    """What sort of work it is to give a field another value."""
    if held is None:
        return "tell" if field.topic and field.vocabulary is not Party else "fill"
    return "finish" if field.name == "status" and held in {"planned", "under_way"} else "change"


def _kept(case: Case, fact: Fact, evidence: Evidence) -> dict[str, list[Test]]:
    """The tests of every part of the framework that the fact answers as it stands."""
    alone = [replace(part, about=()) for criterion in case.framework.criteria for part in criterion.parts()]
    return _asked(part for part in alone if str(says(fact, part, {}, evidence)) in {"met", "contested"})


def _held(fact: Fact, field: FieldType) -> Stated | None:
    value = getattr(fact, field.name)
    if value is None:
        return None
    if isinstance(value, frozenset):
        return tuple(sorted(str(member) for member in value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _passes_all(value: Stated, tests: Iterable[Test]) -> bool:
    if isinstance(value, tuple):
        return all(_set_passes(test, value) for test in tests)
    return all(_word_passes(test, value) for test in tests)


def _grown(field: FieldType, tests: Sequence[Test]) -> Stated | None:
    words = tuple(word.value for word in field.vocabulary) if field.vocabulary else ()
    if field.shape == "words":
        return words if _passes_all(words, tests) else None
    if field.shape == "references":
        return None
    bounds = [test.value for test in tests if isinstance(test, Is | AtLeast | AtMost)]
    usual = sorted(words, key=USUAL.index) if field.name == "rhythm" else words
    values = usual or {"text": ["any"], "yes_no": ["yes", "no"]}.get(field.shape) or [*bounds, "1"]
    return next((value for value in values if _passes_all(value, tests)), None)
