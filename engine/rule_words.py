"""A rule in plain words, made from the rule itself, so that a reader of the paragraph can compare the two."""

from collections.abc import Mapping

from engine.model.condition import AtLeast, AtMost, Condition, Covers, Is, ProfileCondition
from engine.model.criterion import Clause, Criterion, Part
from engine.sentences import article, condition_words, listed
from evidence_schemas.catalogue import fact_types
from evidence_schemas.profile import questions

_LEADS = {"all": "Met when all of these hold:", "any": "Met when any one of these holds:"}


def lead_words(criterion: Criterion) -> str:
    """Say how the clauses combine."""
    needs = criterion.needs
    return _LEADS.get(needs.combine, f"Met when at least {needs.number} of these hold:")


def rule_words(criterion: Criterion) -> tuple[str, ...]:
    """Say every clause of a criterion, in order."""
    names = {
        part.name: f"the {fact_types()[part.kind].label} of ({clause.id.rpartition('.')[2]})"
        for clause in criterion.needs.clauses
        for part in clause.parts
        if part.name
    }
    return tuple(_clause_words(clause, names) for clause in criterion.needs.clauses)


def _clause_words(clause: Clause, names: Mapping[str, str]) -> str:
    """Say one clause in a sentence. `names` gives the words for the parts that later parts refer to."""
    first = clause.parts[0]
    said = _demand(first, first.where if len(clause.parts) == 1 else first.where[:-1], names)
    if len(clause.parts) > 1:
        said = f"for each of these ({_varied_field(first)}), together or apart: {_members(clause)}: {said}"
    if clause.applies_when is not None:
        said = f"unless the profile takes it out ({applies_words(clause.applies_when)}): {said}"
    return said[0].upper() + said[1:]


def applies_words(condition: ProfileCondition) -> str:
    """Say what a condition on the profile binds; a question left open binds."""
    asked = questions()[condition.question]
    match condition.test:
        case Is(value):
            return f"it binds if the answer to {asked} is {value} or is not given"
        case AtLeast(value):
            return f"it binds if {asked} is at least {value} or is not given"
        case AtMost(value):
            return f"it binds if {asked} is at most {value} or is not given"


def _varied_field(part: Part) -> str:
    """Name the field in which the parts of an `each` differ: that of the last condition."""
    return fact_types()[part.kind].fields[part.where[-1].field].label


def _members(clause: Clause) -> str:
    """List the members of `each`, one of which each part asks for in its last condition."""
    return listed([_member(part.kind, part.where[-1]) for part in clause.parts])


def _member(kind: str, condition: Condition) -> str:
    field = fact_types()[kind].fields[condition.field]
    match condition.test:
        case Is(value) | Covers((value,)):
            return field.words(value)
        case _:
            raise ValueError(condition)


def _demand(part: Part, where: tuple[Condition, ...], names: Mapping[str, str]) -> str:
    label = fact_types()[part.kind].label
    there_is = (
        f"at least {part.number} facts of the kind {label}" if part.number > 1 else f"there is {article(label)} {label}"
    )
    about = f" about {listed([names[name] for name in part.about])}" if part.about else ""
    said = [condition_words(part.kind, condition) for condition in where]
    return f"{there_is}{about}{': ' if said else ''}{'; '.join(said)}."
