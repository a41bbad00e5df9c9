"""The fact types as reports: all of them in a list, and one in plain words."""

from collections.abc import Iterator

from engine.model.criterion import Criterion
from engine.model.framework import Framework
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.sentences import listed
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, FactType, FieldType, fact_types
from evidence_schemas.profile import questions
from evidence_schemas.vocabulary import Vocabulary

_SHAPES = {
    "word": "one word of",
    "scale": "one word of, weakest first",
    "words": "a list of words from",
    "number": "a whole number",
    "amount": "a number",
    "text": "text",
    "day": "a day, month or year (2022-03-31, 2022-03, 2022)",
    "yes_no": "yes or no",
    "references": "a list of ids",
}


def fact_types_report() -> Report:
    """List every fact type with its meaning."""
    rows = tuple((kind, described.meaning.partition("\n")[0]) for kind, described in sorted(fact_types().items()))
    return Report((Heading(1, f"Fact types ({len(rows)})"), Table(("kind", "what it is"), rows)))


def evidence_guide(framework: Framework) -> Report:
    """Describe everything that a pack may say: every fact type in full, and every question of the profile."""
    blocks: list[Block] = [
        Heading(1, "What an evidence pack may say"),
        Paragraph(
            f"{len(fact_types())} fact types, with the criteria of {framework.id} that read them, and the questions of "
            "the profile. Every fact has an id, its kind and a source (document, locator, and a short quote where one "
            "is at hand). Every field may be left out: what the source does not state stays empty."
        ),
        Heading(2, "Profile"),
        Listing(tuple(Item(_question(name, words, framework)) for name, words in questions().items())),
        Heading(2, "Fact types"),
    ]
    for kind, described in sorted(fact_types().items()):
        blocks.append(Heading(3, f"`{kind}`"))
        blocks.append(Paragraph(" ".join(described.meaning.split())))
        blocks.append(Paragraph(_shown_by(described)))
        blocks.append(Paragraph(_readers(kind, framework)))
        if described.about is not None:
            blocks.append(Paragraph(_about(described.about)))
        rows = tuple(
            (f"`{field.name}`{' (topic)' if field.topic else ''}", field.label, _values(field))
            for field in described.fields.values()
        )
        blocks.append(Table(("field", "what it is", "what it holds"), rows))
    blocks.append(Heading(2, "Vocabularies"))
    for vocabulary in _vocabularies():
        blocks.append(Heading(3, f"`{vocabulary.__name__}`"))
        blocks.append(Listing(tuple(Item(f"`{word.value}`: {word.meaning}") for word in vocabulary)))
    return Report(tuple(blocks))


def _question(name: str, words: str, framework: Framework) -> str:
    conditions = {
        id_: condition
        for criterion in framework.criteria
        for id_, condition in (
            (criterion.id, criterion.applies_when),
            *((clause.id, clause.applies_when) for clause in criterion.needs.clauses),
        )
        if condition is not None and condition.question == name
    }
    apply = "applies" if len(conditions) == 1 else "apply"
    decides = f"decides whether {listed(list(conditions))} {apply}" if conditions else "context only; decides nothing"
    return f"`{name}`, {words}: {decides}"


def _values(field: FieldType) -> str:
    return f"{_SHAPES[field.shape]} `{field.vocabulary.__name__}`" if field.vocabulary else _SHAPES[field.shape]


def _vocabularies() -> list[type[Vocabulary]]:
    found = {
        field.vocabulary.__name__: field.vocabulary
        for described in fact_types().values()
        for field in described.fields.values()
        if field.vocabulary
    }
    return [vocabulary for _, vocabulary in sorted(found.items())]


def fact_type_report(described: FactType, framework: Framework) -> Report:
    """Describe one fact type: what it is, its fields and words, and which criteria of the framework read it."""
    return Report(tuple(_blocks(described, framework)))


def _blocks(described: FactType, framework: Framework) -> Iterator[Block]:
    yield Heading(1, described.kind)
    yield Paragraph(" ".join(described.meaning.split()))
    yield Paragraph(_shown_by(described))
    yield Paragraph(
        "Every fact has an id, its kind and a source (document, locator, and a short quote where one is at hand). "
        "Every field below may be left out: what the source does not state stays empty."
    )
    if described.about is not None:
        yield Paragraph(_about(described.about))
    yield Heading(2, "Fields")
    yield Listing(tuple(_field(field) for field in described.fields.values()))
    yield Paragraph(_readers(described.kind, framework))


def _shown_by(described: FactType) -> str:
    return f"Usually shown by {described.shown_by}."


def _about(kinds: tuple[str, ...]) -> str:
    allowed = listed([f"`{kind}`" for kind in kinds], "or") if kinds else "any kind"
    return f"`about` lists the ids of the facts it refers to, of {allowed}."


def _readers(kind: str, framework: Framework) -> str:
    if kind in READ_BY_THE_ENGINE:
        return "Read by the engine for every criterion."
    readers = [criterion.id for criterion in framework.criteria if _reads(criterion, kind)]
    return f"Read by {listed(readers)}." if readers else f"No encoded criterion of {framework.id} reads it."


def _reads(criterion: Criterion, kind: str) -> bool:
    return any(part.kind == kind for part in criterion.parts())


def _field(field: FieldType) -> Item:
    part = "; says which matter the fact is about" if field.topic else ""
    words = tuple(Item(f"{word.value}: {word.meaning}") for word in field.vocabulary) if field.vocabulary else ()
    return Item(f"`{field.name}`, {field.label}: {_SHAPES[field.shape]}{':' if words else ''}{part}", words)
