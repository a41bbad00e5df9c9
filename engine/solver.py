"""The cheapest choice of yes and no under linear conditions, exact, by the HiGHS solver.

Only this module knows the solver. One thread and a fixed seed: the same problem gives the same choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """A condition: the sum of `weight` over the variables that are chosen is at least `least`."""

    terms: tuple[tuple[int, int], ...]
    least: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen variables in order, and whether it is proven that no choice is cheaper."""

    chosen: tuple[int, ...]
    proven: bool


class OutOfTime(Exception):  # noqa: N818
    """The time ran out before any choice was found."""


def cheapest(costs: Sequence[int], rows: Sequence[Row], seconds: float = 20.0) -> Choice | None:
    """The cheapest choice that meets every row; None where it is proven that there is none.

    `costs` are whole numbers, one a variable; those below zero are gains. Raises OutOfTime where time ran out first.
    """
    if not costs:
        return Choice((), proven=True) if all(row.least <= 0 for row in rows) else None
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.setOptionValue("time_limit", seconds)
    solver.passModel(_model(costs, rows))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    values = solver.getSolution().col_value
    if len(values) == 0 or solver.getInfo().primal_solution_status != highspy.kSolutionStatusFeasible:
        raise OutOfTime
    chosen = tuple(index for index, value in enumerate(values) if value > _HALF)
    return Choice(chosen, proven=status == highspy.HighsModelStatus.kOptimal)


_HALF = 0.5
_OPTIONS: dict[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,  # costs are whole numbers: whoever is less than one away from the bound is at it
}


def _model(costs: Sequence[int], rows: Sequence[Row]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rows)
    model.col_cost_ = np.array(costs, dtype=np.double)
    model.col_lower_ = np.zeros(len(costs))
    model.col_upper_ = np.ones(len(costs))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    model.row_lower_ = np.array([row.least for row in rows], dtype=np.double)
    model.row_upper_ = np.full(len(rows), highspy.kHighsInf)
    starts = np.cumsum([0, *(len(row.terms) for row in rows)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts.astype(np.int32)
    model.a_matrix_.index_ = np.array([index for row in rows for index, _ in row.terms], dtype=np.int32)
    model.a_matrix_.value_ = np.array([weight for row in rows for _, weight in row.terms], dtype=np.double)
    return model
