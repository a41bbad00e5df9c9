"""Whether an explanation or a plan may be believed.

A second reading of the facts, written from docs/semantics.md; it shares no code with what determines and what plans.
"""

from engine.verify.finding import faults_of_finding
from engine.verify.plan import faults_of_plan

__all__ = ["faults_of_finding", "faults_of_plan"]
