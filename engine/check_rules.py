"""What must hold of a whole rule set: it is complete, every rule is proven, nothing is said twice or for nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from engine.loading.catalogue import Catalogue
from engine.model.condition import AtLeast, AtMost, Covers, Is, OneOf, Test
from engine.model.criterion import Criterion, Needs, in_order
from engine.model.framework import Framework
from engine.prove_rules import RuleFault, prove_rules
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, fact_types
from evidence_schemas.vocabulary import Side, Vocabulary

_NEEDED_BY_THE_ENGINE = READ_BY_THE_ENGINE | {f"Side.{side.value}" for side in Side}


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """How another edition differs, paragraph by paragraph; ids in published order."""

    edition: str
    same: tuple[str, ...]
    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def check_rules(framework: Framework, catalogue: Catalogue) -> tuple[RuleFault, ...]:
    """Everything wrong with the rule set, in the order of the criteria."""
    faults = [
        *_against_catalogue(framework, catalogue),
        *prove_rules(framework),
        *_identical(framework),
        *_unread(framework),
    ]
    return tuple(sorted(faults, key=lambda fault: (in_order(fault.criterion), fault.message)))


def compare_editions(ours: Catalogue, other: Catalogue) -> EditionChanges:
    """Compare the catalogue of the framework with that of another edition."""
    both = [id_ for id_ in _ordered(ours.paragraphs) if id_ in other.paragraphs]
    same = tuple(id_ for id_ in both if ours.paragraphs[id_] == other.paragraphs[id_])
    return EditionChanges(
        other.edition,
        same,
        tuple(id_ for id_ in both if id_ not in same),
        tuple(id_ for id_ in _ordered(other.paragraphs) if id_ not in ours.paragraphs),
        tuple(id_ for id_ in _ordered(ours.paragraphs) if id_ not in other.paragraphs),
    )


def _against_catalogue(framework: Framework, catalogue: Catalogue) -> Iterator[RuleFault]:
    published: dict[tuple[str, str], int] = defaultdict(int)
    for id_, paragraph in catalogue.paragraphs.items():
        published[id_.split(".")[0], paragraph.level] += 1
        if id_ not in framework.by_id:
            yield RuleFault(id_, "the paragraph is published and not encoded")
    for criterion in framework.criteria:
        source = catalogue.paragraphs.get(criterion.source.locator)
        if criterion.source.locator != criterion.id or source is None:
            yield RuleFault(criterion.id, f"its source `{criterion.source.locator}` is not its paragraph")
        elif source.sha256 != criterion.source.sha256:
            yield RuleFault(criterion.id, "its fingerprint is not that of the published paragraph")
    for theme in framework.themes:
        for level, number in theme.published.items():
            if published[theme.id, level] != number:
                found = published[theme.id, level]
                yield RuleFault(theme.id, f"`{level}` counts {number} criteria where the catalogue has {found}")


def _identical(framework: Framework) -> Iterator[RuleFault]:
    """Two criteria with the same rule, unless the framework declares that they ask for the same."""
    seen: dict[Needs, Criterion] = {}
    for criterion in framework.criteria:
        rule = _anonymous(criterion)
        first = seen.setdefault(rule, criterion)
        declared = any({first.id, criterion.id} <= set(alike) for alike in framework.same_rule)
        if first is not criterion and not declared:
            message = f"its rule is that of {first.id}; tell them apart, or declare it under `same_rule`"
            yield RuleFault(criterion.id, message)
    for alike in framework.same_rule:
        rules = {_anonymous(framework.by_id[id_]) for id_ in alike if id_ in framework.by_id}
        if len(rules) > 1:
            yield RuleFault(alike[0], f"`same_rule` says that {', '.join(alike)} have one rule, and they have not")


def _anonymous(criterion: Criterion) -> Needs:
    """The rule without the ids of its clauses and parts."""
    clauses = tuple(
        replace(clause, id="", parts=tuple(replace(part, id="") for part in clause.parts))
        for clause in criterion.needs.clauses
    )
    return replace(criterion.needs, clauses=clauses)


def _unread(framework: Framework) -> Iterator[RuleFault]:
    """Fact types, words and lists that no rule reads and that are not listed with a reason, and the reverse."""
    read = words_read(framework) | {part.kind for criterion in framework.criteria for part in criterion.parts()}
    listed = {unread.name for unread in framework.unread}
    known = fact_types().keys() | {
        _name(field.vocabulary, word)
        for described in fact_types().values()
        for field in described.fields.values()
        if field.vocabulary
        for word in field.vocabulary
    }
    for name in sorted(known - read - listed - _NEEDED_BY_THE_ENGINE):
        yield RuleFault("", f"`{name}` is read by no rule; read it, drop it, or list it under `unread` with a reason")
    for name in sorted(listed - (known - read)):
        yield RuleFault("", f"`{name}` is listed under `unread`, and a rule reads it or it does not exist")
    for name in framework.unused_lists:
        yield RuleFault("", f"the list `{name}` is used by no rule; drop it")


def words_read(framework: Framework) -> frozenset[str]:
    """Every word that some condition names or takes, as `Vocabulary.word`."""
    return frozenset(
        _name(vocabulary, word)
        for criterion in framework.criteria
        for part in criterion.parts()
        for condition in part.where
        if (vocabulary := fact_types()[part.kind].fields[condition.field].vocabulary)
        for word in _words(condition.test, vocabulary)
    )


def _words(test: Test, vocabulary: type[Vocabulary]) -> Iterable[str]:
    """The words that satisfy a test, or help to; any word does where the field only has to be recorded or counted."""
    match test:
        case Is(value):
            return (value,)
        case OneOf(values) | Covers(values):
            return values
        case AtLeast(value, scale):
            return scale[scale.index(value) :]
        case AtMost(value, scale):
            return scale[: scale.index(value) + 1]
        case _:
            return tuple(word.value for word in vocabulary)


def _name(vocabulary: type[Vocabulary], word: str) -> str:
    return f"{vocabulary.__name__}.{vocabulary(word).value}"


def _ordered(ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=in_order)
