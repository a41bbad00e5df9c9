"""The rules as reports: all criteria in a list, one rule in plain words beside its paragraph's locator, readings."""

from collections.abc import Iterator

from engine.model.criterion import Criterion
from engine.model.framework import Framework
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.rule_words import applies_words, lead_words, rule_words


def rules_report(framework: Framework) -> Report:
    """List every criterion that is encoded, with its level."""
    names = {level.id: level.name for level in framework.levels}
    blocks: list[Block] = [Heading(1, f"{framework.name}, edition {framework.edition}")]
    for theme in framework.themes:
        criteria = framework.of_theme(theme.id)
        blocks.append(Heading(2, f"Theme {theme.id}: {theme.name}"))
        missing = framework.missing(theme)
        if missing:
            blocks.append(Paragraph(f"{missing} of {sum(theme.published.values())} criteria are not encoded."))
        if criteria:
            rows = tuple((criterion.id, names[criterion.level], criterion.title) for criterion in criteria)
            blocks.append(Table(("id", "level", "title"), rows))
    return Report(tuple(blocks))


def rule_report(criterion: Criterion, framework: Framework) -> Report:
    """Show one rule so that a person who reads no rule files can compare it with the paragraph."""
    return Report(tuple(_rule(criterion, framework)))


def readings_report(framework: Framework) -> Report:
    """Show how every vague word was taken, criterion by criterion."""
    blocks: list[Block] = [
        Heading(1, f"Register of readings: {framework.name}, edition {framework.edition}"),
        Paragraph(
            "What the published wording leaves open, and how each rule took it. Whoever disagrees with a verdict "
            "because of a reading disagrees with a line of this page, not with the engine."
        ),
    ]
    for theme in framework.themes:
        criteria = framework.of_theme(theme.id)
        if criteria:
            blocks.append(Heading(2, f"Theme {theme.id}: {theme.name}"))
            blocks.append(Listing(tuple(Item(f"{c.id} {c.title}: {c.reading}") for c in criteria)))
    return Report(tuple(blocks))


def _rule(criterion: Criterion, framework: Framework) -> Iterator[Block]:
    theme = next(theme for theme in framework.themes if theme.id == criterion.theme)
    level = next(level for level in framework.levels if level.id == criterion.level)
    yield Heading(1, f"{criterion.id} {criterion.title}")
    yield Paragraph(f"Theme {theme.id}, {theme.name}; level {level.name}; edition {framework.edition}.")
    yield Paragraph(f"Paragraph {criterion.source.locator}, fingerprint {criterion.source.sha256}.")
    yield Heading(2, "What is asked")
    yield Paragraph(criterion.asks)
    yield Heading(2, "The rule in words")
    if criterion.applies_when is not None:
        yield Paragraph(f"The profile can take it out: {applies_words(criterion.applies_when)}.")
    yield Paragraph(lead_words(criterion))
    letters = [clause.id.rpartition(".")[2] for clause in criterion.needs.clauses]
    words = zip(letters, rule_words(criterion), strict=True)
    yield Listing(tuple(Item(f"({letter}) {said}") for letter, said in words))
    yield Heading(2, "How it was read")
    yield Paragraph(criterion.reading)
