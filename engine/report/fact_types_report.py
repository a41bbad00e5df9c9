"""The fact types as reports: all of them in a list, and one in plain words."""

from collections.abc import Iterator

from engine.model.criterion import Criterion
from engine.model.framework import Framework
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.sentences import listed
from evidence_schemas.catalogue import FactType, FieldType, fact_types

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


def fact_type_report(described: FactType, framework: Framework) -> Report:
    """Describe one fact type: what it is, its fields and words, and which criteria of the framework read it."""
    return Report(tuple(_blocks(described, framework)))


def _blocks(described: FactType, framework: Framework) -> Iterator[Block]:
    yield Heading(1, described.kind)
    yield Paragraph(" ".join(described.meaning.split()))
    yield Paragraph(
        "Every fact has an id, its kind and a source (document, locator, and a short quote where one is at hand). "
        "Every field below may be left out: what the source does not state stays empty."
    )
    if described.about is not None:
        kinds = listed([f"`{kind}`" for kind in described.about], "or") if described.about else "any kind"
        yield Paragraph(f"`about` lists the ids of the facts it refers to, of {kinds}.")
    yield Heading(2, "Fields")
    yield Listing(tuple(_field(field) for field in described.fields.values()))
    readers = [criterion.id for criterion in framework.criteria if _reads(criterion, described.kind)]
    yield Paragraph(f"Read by {listed(readers)}." if readers else f"No encoded criterion of {framework.id} reads it.")


def _reads(criterion: Criterion, kind: str) -> bool:
    return any(part.kind == kind for part in criterion.parts())


def _field(field: FieldType) -> Item:
    part = "; says which matter the fact is about" if field.topic else ""
    words = tuple(Item(f"{word.value}: {word.meaning}") for word in field.vocabulary) if field.vocabulary else ()
    return Item(f"`{field.name}`, {field.label}: {_SHAPES[field.shape]}{':' if words else ''}{part}", words)
