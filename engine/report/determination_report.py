"""A determination as a report: levels with counts, what holds each theme back, and every criterion with its gaps."""

from collections import Counter
from collections.abc import Iterator, Mapping

from engine.model.determination import Determination, LeftOut, LevelCount, SectionLevel, ThemeLevel
from engine.model.finding import CriterionFinding
from engine.model.framework import Framework, Theme
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.sentences import VERDICTS, GapSentences, listed

LEFT_OUT: Mapping[str, str] = {
    "not_yet_in_force": "dated {by}, after the as-at date: not yet in force",
    "replaced": "replaced by {by}",
    "struck": "a dispute of it was upheld by {by}",
}


def determination_report(determination: Determination, framework: Framework) -> Report:
    """Lay out a determination for a reader who starts with the levels and then asks what is missing."""
    return Report(
        (
            Heading(1, determination.organisation),
            Paragraph(
                f"{framework.name}, edition {framework.edition}. As at {determination.as_at.isoformat()}. "
                f"Decided by: {listed(determination.evaluators)}."
            ),
            *_levels(determination, framework),
            *_criteria(determination, framework),
            *_left_out(determination.left_out),
            Paragraph(f"pack {determination.pack_digest}; framework {determination.framework_digest}"),
        )
    )


def _levels(determination: Determination, framework: Framework) -> Iterator[Block]:
    names = {level.id: level.name for level in framework.levels}
    levels = determination.levels
    themes = list(zip(framework.themes, levels.themes, strict=True))
    yield Heading(2, "Levels")
    rows: list[tuple[str, ...]] = []
    for section, level in zip(framework.sections, levels.sections, strict=True):
        rows.append((f"{section.id}  {section.name}", _level(level, names), *("" for _ in framework.levels)))
        rows.extend(
            (f"{theme.id:>2} {theme.name}", _level(found, names), *(_count(count) for count in found.counts.values()))
            for theme, found in themes
            if theme.section == section.id and found.encoded
        )
    yield Table(("section and theme", "level", *names.values()), tuple(rows))
    yield Paragraph(_tally(determination))
    yield Paragraph("A count such as 2 of 6 says how many criteria of a level are met or do not apply.")
    open_themes = [theme for theme, found in themes if not found.encoded]
    if open_themes:
        yield Paragraph(
            f"No level is given for {_themes(open_themes)} and their sections: not all of their criteria are encoded."
        )


def _tally(determination: Determination) -> str:
    """Say how many criteria have each verdict; verdicts that none has are left out."""
    numbers = Counter(finding.verdict for finding in determination.criteria)
    said = [f"{numbers[verdict]} {words}" for verdict, words in VERDICTS.items() if numbers[verdict]]
    return f"Of {len(determination.criteria)} criteria: {listed(said)}." if said else "No criteria are encoded."


def _criteria(determination: Determination, framework: Framework) -> Iterator[Block]:
    sentences = GapSentences(framework)
    findings = {finding.id: finding for finding in determination.criteria}
    for theme, level in zip(framework.themes, determination.levels.themes, strict=True):
        criteria = framework.of_theme(theme.id)
        if not criteria:
            continue
        yield Heading(2, f"Theme {theme.id}: {theme.name}")
        if level.held_back_by:
            yield Paragraph(f"Held back by {listed(level.held_back_by)}.")
        for rank in framework.levels:
            some = [findings[criterion.id] for criterion in criteria if criterion.level == rank.id]
            if some:
                yield Heading(3, rank.name)
                yield Listing(tuple(_item(finding, framework, sentences) for finding in some))


def _item(finding: CriterionFinding, framework: Framework, sentences: GapSentences) -> Item:
    title = framework.by_id[finding.id].title
    reason = f" ({finding.reason})" if finding.reason else ""
    gaps = tuple(Item(f"{gap.part or gap.clause or finding.id}: {sentences.sentence(gap)}") for gap in finding.gaps)
    return Item(f"{finding.id} {VERDICTS[finding.verdict].upper()}{reason}: {title}", gaps)


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[Block]:
    if left_out:
        yield Heading(2, "Facts that do not count")
        yield Listing(tuple(Item(f"{out.fact}: {left_out_words(out)}") for out in left_out))


def left_out_words(out: LeftOut) -> str:
    """Say why a fact does not count at the as-at date."""
    return LEFT_OUT[out.why].format(by=listed(out.by))


def _level(found: SectionLevel | ThemeLevel, names: Mapping[str, str]) -> str:
    if not found.encoded:
        return "not given"
    return names[found.level] if found.level else "none"


def _count(count: LevelCount) -> str:
    return f"{count.met + count.not_applicable} of {count.of}"


def _themes(themes: list[Theme]) -> str:
    return f"{'theme' if len(themes) == 1 else 'themes'} {listed([theme.id for theme in themes])}"
