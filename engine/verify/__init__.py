"""Whether an explanation or a plan may be believed.

A second reading of the facts, written from docs/semantics.md; it shares no code with what determines and what plans.
"""

from collections.abc import Sequence

from engine.verify.finding import faults_of_finding
from engine.verify.plan import faults_of_plan

__all__ = ["Refused", "faults_of_finding", "faults_of_plan"]


class Refused(Exception):  # noqa: N818
    """A finding or a plan that may not be believed, so there is no result: a fault of the engine, never of a pack."""

    def __init__(self, what: str, faults: Sequence[str]) -> None:
        """Keep every fault; the message names what is refused, such as `the finding on 3.1.4`, and the first fault."""
        self.faults = tuple(faults)
        more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"the verifier refuses {what}: {faults[0]}{more}")
