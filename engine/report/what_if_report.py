"""A what-if as a report: what is tried, levels and verdicts before and after with their causes, what stays as it is."""

from collections import Counter
from collections.abc import Iterator, Mapping

from engine.model.determination import LeftOut, SectionLevel, ThemeLevel
from engine.model.framework import Framework
from engine.report.determination_report import left_out_words
from engine.report.edit_words import EditWords
from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.sentences import VERDICTS, GapSentences, listed
from engine.what_if import Changed, WhatIf

Row = tuple[str, ...]


def what_if_report(found: WhatIf, framework: Framework) -> Report:
    """Lay out a what-if for a reader who asks first which levels change, then why."""
    before, after = found.before, found.after
    days = f"As at {before.as_at.isoformat()}"
    if after.as_at != before.as_at:
        days += f", and then as at {after.as_at.isoformat()}"
    return Report(
        (
            Heading(1, f"{before.organisation}: what if"),
            Paragraph(
                f"{framework.name}, edition {framework.edition}. {days}. Decided by: {listed(before.evaluators)}. The "
                "pack itself stays as it is."
            ),
            *_edits(found),
            *_levels(found, framework),
            *_verdicts(found, framework),
            *_gaps(found, framework),
            *_left_out(found),
            Paragraph(f"pack {before.pack_digest}, then {after.pack_digest}; framework {before.framework_digest}"),
        )
    )


def _edits(found: WhatIf) -> Iterator[Block]:
    yield Heading(2, "What is tried")
    if not found.effects:
        yield Paragraph("Nothing is tried, so nothing changes.")
        return
    words = EditWords(found)
    yield Listing(
        tuple(
            Item(words.edit(effect.edit), tuple(Item(said) for said in words.effect(effect)))
            for effect in found.effects
        )
    )


def _levels(found: WhatIf, framework: Framework) -> Iterator[Block]:
    yield Heading(2, "Levels")
    names = {level.id: level.name for level in framework.levels}
    rows = tuple(_rows(found, framework, names))
    if rows:
        yield Table(("section and theme", "level", *names.values()), rows)
        yield Paragraph("Only sections and themes in which something changes are shown: before -> after.")
    else:
        yield Paragraph("No level changes, and in no theme does the number of criteria met.")
    was, would_be = (Counter(one.verdict for one in pack.criteria) for pack in (found.before, found.after))
    tallies = [
        f"{words} {was[verdict]}" + (f" -> {would_be[verdict]}" if was[verdict] != would_be[verdict] else "")
        for verdict, words in VERDICTS.items()
        if was[verdict] or would_be[verdict]
    ]
    yield Paragraph(f"Of {len(found.before.criteria)} criteria: {', '.join(tallies)}.")


def _rows(found: WhatIf, framework: Framework, names: Mapping[str, str]) -> Iterator[Row]:
    sections = zip(framework.sections, found.before.levels.sections, found.after.levels.sections, strict=True)
    themes = list(zip(framework.themes, found.before.levels.themes, found.after.levels.themes, strict=True))
    for section, was, would_be in sections:
        rows = [
            (f"{theme.id:>2} {theme.name}", _level(one, other, names), *_counts(one, other))
            for theme, one, other in themes
            if theme.section == section.id and (one.level, one.counts) != (other.level, other.counts)
        ]
        if rows or was.level != would_be.level:
            yield (f"{section.id}  {section.name}", _level(was, would_be, names), *("" for _ in names))
            yield from rows


def _level(was: SectionLevel | ThemeLevel, would_be: SectionLevel | ThemeLevel, names: Mapping[str, str]) -> str:
    if not was.encoded:
        return "not given"
    one, other = (names[found.level] if found.level else "none" for found in (was, would_be))
    return one if one == other else f"{one} -> {other}"


def _counts(was: ThemeLevel, would_be: ThemeLevel) -> Iterator[str]:
    for level, count in was.counts.items():
        other = would_be.counts[level]
        one, then = count.met + count.not_applicable, other.met + other.not_applicable
        yield f"{one} of {count.of}" if one == then else f"{one} -> {then} of {count.of}"


def _verdicts(found: WhatIf, framework: Framework) -> Iterator[Block]:
    yield Heading(2, "Verdicts that change")
    if not found.verdicts:
        yield Paragraph("None: what is tried changes no verdict." if found.effects else "None.")
        return
    yield Listing(tuple(_changed(changed, found, framework) for changed in found.verdicts))


def _gaps(found: WhatIf, framework: Framework) -> Iterator[Block]:
    if found.gaps:
        yield Heading(2, "Verdicts that stay, with something else missing")
        yield Listing(tuple(_changed(changed, found, framework) for changed in found.gaps))


def _changed(changed: Changed, found: WhatIf, framework: Framework) -> Item:
    sentences, words = GapSentences(framework), EditWords(found)
    was, would_be = VERDICTS[changed.before.verdict].upper(), VERDICTS[changed.after.verdict].upper()
    verdicts = was if was == would_be else f"{was} -> {would_be}"
    reason = f" ({changed.after.reason})" if changed.after.reason else ""
    causes = listed([words.short(edit) for edit in changed.causes])
    before = {clause.id: clause for clause in changed.before.clauses}
    points = [f"because {causes}"]
    for clause in changed.after.clauses:
        old = before.get(clause.id)
        if old is not None and old.verdict != clause.verdict:
            facts = f", by {listed(clause.facts)}" if clause.verdict.counts and clause.facts else ""
            points.append(f"{clause.id}: {VERDICTS[old.verdict]} -> {VERDICTS[clause.verdict]}{facts}")
    for said, gaps in (("no longer missing", changed.closed), ("then missing", changed.opened)):
        points += [f"{said}: {gap.part or gap.clause or changed.criterion}: {sentences.sentence(gap)}" for gap in gaps]
    title = framework.by_id[changed.criterion].title
    return Item(f"{changed.criterion} {verdicts}{reason}: {title}", tuple(Item(point) for point in points))


def _left_out(found: WhatIf) -> Iterator[Block]:
    """Facts of both packs that count in one case only, and new facts that do not count."""
    before, after = ({out.fact: out for out in one.left_out} for one in (found.before, found.after))
    there = {fact.id for fact in found.packs[1].facts}
    points = [Item(f"{id_}: counts then; before, {_why(out)}") for id_, out in before.items() if id_ not in after]
    points = [point for point in points if point.text.partition(":")[0] in there]
    points += [Item(f"{id_}: does not count then; {_why(out)}") for id_, out in after.items() if before.get(id_) != out]
    if points:
        yield Heading(2, "Facts that count in one case only, or for another reason do not")
        yield Listing(tuple(sorted(points, key=lambda point: point.text)))


def _why(out: LeftOut) -> str:
    return left_out_words(out)
