"""An explanation as a report: the proof tree, or the refutation with the facts that come nearest."""

from collections.abc import Iterator

from engine.explain import Citation, ClauseExplained, Demand, Explanation, FactExplained
from engine.model.verdict import Outcome
from engine.report.determination_report import left_out_words
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report
from engine.sentences import VERDICTS

_OUTCOMES = {
    Outcome.SATISFIED: "yes",
    Outcome.CONTRARY: "no",
    Outcome.UNRECORDED: "not known",
}


def explanation_report(explanation: Explanation) -> Report:
    """Lay out an explanation from the criterion down to facts and places."""
    return Report(tuple(_blocks(explanation)))


def _blocks(explanation: Explanation) -> Iterator[Block]:
    yield Heading(1, f"{explanation.criterion} {VERDICTS[explanation.verdict].upper()}: {explanation.title}")
    yield Paragraph(f"Asks (paragraph {explanation.paragraph}): {explanation.asks}")
    yield Paragraph(f"Read as: {explanation.reading}")
    if explanation.reason is not None:
        yield Paragraph(f"Does not apply: {explanation.reason}")
    if explanation.clauses:
        yield Paragraph(_combination(explanation))
        yield Listing(tuple(_clause(clause) for clause in explanation.clauses))
    whole = [
        *(Item(f"disputed by {_cited(dispute)}") for dispute in explanation.disputes),
        *(Item(f"a dispute was upheld by {_cited(resolution)}") for resolution in explanation.upheld),
        *(Item(question) for question in explanation.open_questions),
    ]
    if whole:
        yield Paragraph("The criterion as a whole:")
        yield Listing(tuple(whole))
    if explanation.left_out:
        yield Paragraph("Facts of these kinds that do not count:")
        yield Listing(tuple(Item(f"{out.fact}: {left_out_words(out)}") for out in explanation.left_out))


def _combination(explanation: Explanation) -> str:
    match explanation.combine:
        case "any":
            return "One of these must be met:"
        case "at_least":
            return f"At least {explanation.number} of these must be met:"
        case _:
            return "All of these must be met:"


def _clause(clause: ClauseExplained) -> Item:
    reason = f" ({clause.reason})" if clause.reason else ""
    points = (
        *(_fact(fact) for fact in clause.facts),
        *(Item(f"disputed by {_cited(dispute)}") for dispute in clause.disputes),
        *(Item(question) for question in clause.open_questions),
    )
    return Item(f"{clause.id} {VERDICTS[clause.verdict].upper()}{reason}", points)


def _fact(fact: FactExplained) -> Item:
    demands = tuple(_demand(demand) for demand in fact.demands)
    if fact.citation is None:
        return Item("no fact stands for this", demands)
    return Item(_cited(fact.citation), demands)


def _demand(demand: Demand) -> Item:
    if demand.gap is None:
        return Item(f"{_OUTCOMES[demand.outcome]}: {demand.words}")
    near = tuple(Item(f"near: {miss}") for miss in demand.near)
    return Item(f"{_OUTCOMES[demand.outcome]}: {demand.words}", (Item(f"missing: {demand.gap}"), *near))


def _cited(citation: Citation) -> str:
    quote = f', "{citation.quote}"' if citation.quote else ""
    note = f" (note: {citation.note})" if citation.note else ""
    return f"{citation.fact} {citation.label}: {citation.document}, {citation.locator}{quote}{note}"
