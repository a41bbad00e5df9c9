"""What ends a criterion where withdrawing one fact brings back what it had replaced or settled."""

from datetime import date
from itertools import chain, combinations

import pytest

from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate_criterion
from engine.model.condition import Condition, Covers
from engine.model.criterion import Part
from engine.model.verdict import Verdict
from engine.withdrawal import weakness
from evidence_schemas.catalogue import fact_types
from evidence_schemas.fact import Fact
from strategies import SOURCE, one_criterion, pack_of

AS_AT = date(2024, 3, 31)
FORCE, TASER = "use_of_force", "taser"


def panel_part(letter: str, subject: str, number: int = 1) -> Part:
    where = (Condition("scrutinises", Covers((subject,)), topic=True),)
    return Part(f"1.1.1.{letter}", "scrutiny_panel", where, number=number)


ONE = one_criterion([panel_part("a", FORCE)])
TWO = one_criterion([panel_part("a", FORCE), panel_part("b", TASER)])


def fact(id_: str, kind: str, **said: object) -> Fact:
    return fact_types()[kind].model.model_validate({"id": id_, "kind": kind, "source": SOURCE, **said})


def panel(id_: str, subject: str, *replaces: str) -> Fact:
    return fact(id_, "scrutiny_panel", scrutinises=[subject], **({"replaces": replaces} if replaces else {}))


def settled(id_: str, dispute: str, *replaces: str, side: str = "evidence_upheld") -> Fact:
    said = {"about": [dispute], "side": side, "made_by": "pcc", "made_on": "2024-01", "reasons": "seen"}
    return fact(id_, "resolution", **said, **({"replaces": replaces} if replaces else {}))


def disputed(id_: str, *targets: str) -> Fact:
    return fact(id_, "dispute", disputes=targets)


CASES = {
    "two that stand for one another": (ONE, [panel("A", FORCE), panel("B", FORCE)], 2),
    "what was replaced comes back": (ONE, [panel("A", FORCE), panel("B", FORCE, "A")], 2),
    "a fact that stands in the way is no help": (
        TWO,
        # With D gone E counts again, but nobody has to take D away.
        [
            panel("D", TASER, "E"), panel("E", FORCE), panel("X1", FORCE), panel("X2", FORCE),
            panel("Y", TASER), panel("Z", TASER),
        ],
        2,
    ),
    "a settlement falls": (ONE, [panel("A", FORCE), disputed("X", "A"), settled("Y", "X")], 1),
    "a settlement of the criterion falls": (ONE, [panel("A", FORCE), disputed("X", "1.1.1"), settled("Y", "X")], 1),
    "two settlements of one dispute": (
        ONE,
        [*(panel(id_, FORCE) for id_ in "ABC"), disputed("X", "A", "B", "C"), settled("Y1", "X"), settled("Y2", "X")],
        2,
    ),
    "a newer settlement falls and the older one is for the dispute": (
        ONE,
        [
            *(panel(id_, FORCE) for id_ in "AB"), disputed("X", "A", "B"), settled("Y1", "X", side="dispute_upheld"),
            settled("Y2", "X", "Y1"), settled("Y3", "X", "Y1"),
        ],
        2,
    ),
    "a newer settlement falls and the older one is for the evidence too": (
        ONE,
        [
            *(panel(id_, FORCE) for id_ in "ABC"), disputed("X", "A", "B", "C"), settled("Y1", "X"),
            settled("Y2", "X", "Y1"),
        ],
        2,
    ),
    "a contradiction comes back": (
        ONE,
        [
            *(panel(id_, FORCE) for id_ in "AB"), disputed("X1", "A", "B"), disputed("X2", "Q"),
            settled("Y1", "X1"), settled("Y2", "X1", side="dispute_upheld"), settled("Y3", "X2", "Y2"),
        ],
        1,
    ),
    "an idle dispute comes back": (
        ONE,
        [
            *(panel(id_, FORCE) for id_ in "AB"), disputed("X1", "A", "B"),
            fact("X2", "dispute", disputes=["C"], replaces=["X1"]),
        ],
        1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_smallest_withdrawals_are_those_of_brute_force(case: str) -> None:
    framework, facts, size = CASES[case]
    (criterion,) = framework.criteria

    def is_met(withdrawn: tuple[str, ...]) -> bool:
        pack = pack_of(framework, [one for one in facts if one.id not in withdrawn])
        return evaluate_criterion(criterion, stand_on(pack, AS_AT)).verdict is Verdict.MET

    ids = sorted(one.id for one in facts)
    some = chain.from_iterable(combinations(ids, number) for number in range(1, size + 1))
    ending = [withdrawn for withdrawn in some if not is_met(withdrawn)]
    assert is_met(())
    assert {len(some) for some in ending} == {size}, "the case is not what it says"
    found = weakness(criterion, pack_of(framework, facts), AS_AT)
    assert found.proven
    assert set(found.sets) <= set(ending)
    assert len(found.sets) == (len(ending) if size == 1 else 1)


def test_what_is_not_met_cannot_be_ended() -> None:
    with pytest.raises(ValueError, match="is not met"):
        weakness(ONE.criteria[0], pack_of(ONE, []), AS_AT)
