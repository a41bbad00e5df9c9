"""A rule in plain words, made from the rule itself, so that a reader of the paragraph can compare the two."""

from engine.model.condition import AtLeast, AtMost, Condition, Is, ProfileCondition
from engine.model.criterion import Clause, Criterion, Part
from engine.sentences import article, condition_words, listed
from evidence_schemas.catalogue import fact_types
from evidence_schemas.profile import questions

_LEADS = {"all": "Met when all of these hold:", "any": "Met when any one of these holds:"}


def lead_words(criterion: Criterion) -> str:
    """Say how the clauses combine."""
    needs = criterion.needs
    return _LEADS.get(needs.combine, f"Met when at least {needs.number} of these hold:")


def clause_words(clause: Clause, names: dict[str, str]) -> str:
    """Say one clause in a sentence. `names` gives the words for the parts that later parts refer to."""
    only = f"Only where {applies_words(clause.applies_when)}: " if clause.applies_when else ""
    first = clause.parts[0]
    if len(clause.parts) > 1:
        varied = listed([_varied(part) for part in clause.parts])
        return f"{only}For each of {varied} apart, {_demand(first, first.where[:-1], names)}"
    said = _demand(first, first.where, names)
    return only + said[0].upper() + said[1:] if not only else only + said


def rule_words(criterion: Criterion) -> tuple[str, ...]:
    """Say every clause of a criterion, in order."""
    names = {part.name: fact_types()[part.kind].label for part in criterion.parts() if part.name}
    return tuple(clause_words(clause, names) for clause in criterion.needs.clauses)


def applies_words(condition: ProfileCondition) -> str:
    """Say a condition on the profile."""
    asked = questions()[condition.question]
    match condition.test:
        case Is(value):
            return f"the profile answers {value} to {asked}"
        case AtLeast(value):
            return f"the profile says {asked}, and it is at least {value}"
        case AtMost(value):
            return f"the profile says {asked}, and it is at most {value}"


def _varied(part: Part) -> str:
    """Say the member of `each` that this part asks for: its last condition."""
    return condition_words(part.kind, part.where[-1])


def _demand(part: Part, where: tuple[Condition, ...], names: dict[str, str]) -> str:
    label = fact_types()[part.kind].label
    there_is = (
        f"there are {part.number} different facts: {label}" if part.number > 1 else f"there is {article(label)} {label}"
    )
    about = f" about that {listed([names[name] for name in part.about], 'and that')}" if part.about else ""
    said = [condition_words(part.kind, condition) for condition in where]
    return f"{there_is}{about}{': ' if said else ''}{'; '.join(said)}."
