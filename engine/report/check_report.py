"""The check of a rule set, and the comparison of two editions, as reports."""

from collections.abc import Sequence

from engine.check_rules import EditionChanges
from engine.model.framework import Framework
from engine.prove_rules import RuleFault
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report
from engine.sentences import listed


def check_report(framework: Framework, faults: Sequence[RuleFault]) -> Report:
    """Say what was proven of the rule set, or everything that is wrong with it."""
    title = Heading(1, f"Check of {framework.name}, edition {framework.edition}")
    if faults:
        told = (f"{fault.criterion}: {fault.message}".removeprefix(": ") for fault in faults)
        number = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"
        return Report((title, Paragraph(f"{number} found:"), Listing(tuple(Item(words) for words in told))))
    clauses = sum(len(criterion.needs.clauses) for criterion in framework.criteria)
    conditions = sum(len(part.where) for criterion in framework.criteria for part in criterion.parts())
    points = (
        f"{len(framework.criteria)} criteria, {clauses} clauses, {conditions} conditions",
        "as many criteria as the catalogue has paragraphs, in each theme and level, with the same fingerprints",
        "the smallest pack that meets each criterion was built and run: met",
        "a pack that lacks any one condition, member, reference or fact was run: never met, and a gap names the place",
        "weaker facts beside the ones that suffice change nothing",
        "no two criteria have the same rule, unless that is declared",
        "every fact type, word and list is read by a rule, or stays for a reason that is given",
    )
    return Report((title, Paragraph("Proven:"), Listing(tuple(Item(point) for point in points))))


def edition_report(framework: Framework, changes: EditionChanges) -> Report:
    """Say paragraph by paragraph what another edition keeps, changes, adds and drops."""
    blocks: list[Block] = [
        Heading(1, f"{framework.name}: edition {framework.edition} against another"),
        Paragraph(f"The other edition: {changes.edition}."),
    ]
    groups = (
        ("same", changes.same, "their rules stand"),
        ("changed", changes.changed, "read the paragraph and its rule again"),
        ("new", changes.new, "encode them"),
        ("gone", changes.gone, "retire their ids; never use them again"),
    )
    items = tuple(
        Item(f"{name}: {len(ids)}" + (f" ({listed(ids)}): {todo}" if ids and name != "same" else ""))
        for name, ids, todo in groups
    )
    return Report((*blocks, Listing(items)))
