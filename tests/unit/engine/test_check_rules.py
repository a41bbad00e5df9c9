"""A sound rule set passes the check, and each sort of planted fault is caught and named."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.check_rules import check_rules, compare_editions
from engine.loading.catalogue import Catalogue, PublishedParagraph, fingerprint, load_catalogue, load_edition
from engine.loading.frameworks import load_framework
from engine.model.condition import Condition, Covers, Is, OneOf, WithinMonths
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.fault import InvalidFramework
from engine.model.framework import Framework, Level, Section, Theme, Unread
from evidence_schemas.catalogue import READ_BY_THE_ENGINE, fact_types
from evidence_schemas.vocabulary import Side
from rules import framework_folder

HASH = "a" * 64
OPERATING = Condition("status", Is("in_place"), topic=False)
ON_FORCE = Condition("scrutinises", Covers(("police_powers", "use_of_force")), topic=True)
INDEPENDENT = Condition("chair_is", Is("independent_member_of_public"), topic=False)
REVIEWED = Condition("reviewed", Covers(("membership", "vetting")), topic=False)


def criterion(id_: str, *parts: Part) -> Criterion:
    clauses = tuple(Clause(part.id, (part,)) for part in parts)
    source = Paragraph(id_, HASH)
    return Criterion(id_, "1", "low", "title", "asks", "reading", source, Needs("all", clauses))


PANEL = criterion(
    "1.1.1",
    Part("1.1.1.a", "scrutiny_panel", (OPERATING, ON_FORCE), name="panel"),
    Part("1.1.1.b", "chair_appointment", (INDEPENDENT,), about=("panel",)),
)
REVIEW = criterion("1.1.2", Part("1.1.2.a", "membership_review", (REVIEWED,)))


def unread_but(read: frozenset[str]) -> tuple[Unread, ...]:
    words = {
        f"{field.vocabulary.__name__}.{word.value}"
        for described in fact_types().values()
        for field in described.fields.values()
        if field.vocabulary
        for word in field.vocabulary
    }
    needed = READ_BY_THE_ENGINE | {f"Side.{side.value}" for side in Side}
    return tuple(Unread(name, "not asked for") for name in sorted((words | fact_types().keys()) - read - needed))


READ = frozenset(
    [
        "scrutiny_panel",
        "chair_appointment",
        "membership_review",
        "Standing.in_place",
        "Subject.police_powers",
        "Subject.use_of_force",
        "Chair.independent_member_of_public",
        "PanelReviewed.membership",
        "PanelReviewed.vetting",
    ]
)


def framework(*criteria: Criterion) -> Framework:
    return Framework(
        id="small",
        edition="1",
        name="Small",
        levels=(Level("low", "Low", None),),
        sections=(Section("A", "a"),),
        themes=(Theme("1", "a theme", "A", {"low": len(criteria)}),),
        criteria=criteria,
        unread=unread_but(READ),
    )


SOUND = framework(PANEL, REVIEW)
CATALOGUE = Catalogue("1", {id_: PublishedParagraph("low", HASH) for id_ in ("1.1.1", "1.1.2")})


def messages(checked: Framework, catalogue: Catalogue = CATALOGUE) -> list[str]:
    return [f"{fault.criterion} {fault.message}" for fault in check_rules(checked, catalogue)]


def with_parts(first: Criterion, *parts: Part) -> Framework:
    return framework(criterion(first.id, *parts), *(other for other in (PANEL, REVIEW) if other.id != first.id))


def test_a_sound_rule_set_passes() -> None:
    assert messages(SOUND) == []


def test_a_missing_criterion_is_caught() -> None:
    found = messages(replace(SOUND, criteria=(PANEL,)))
    assert "1.1.2 the paragraph is published and not encoded" in found


def test_a_wrong_count_is_caught() -> None:
    found = messages(replace(SOUND, themes=(Theme("1", "a theme", "A", {"low": 3}),)))
    assert found == ["1 `low` counts 3 criteria where the catalogue has 2"]


def test_a_wrong_fingerprint_is_caught() -> None:
    wrong = replace(REVIEW, source=Paragraph("1.1.2", "b" * 64))
    assert messages(framework(PANEL, wrong)) == ["1.1.2 its fingerprint is not that of the published paragraph"]


def test_the_paragraph_of_another_criterion_is_caught() -> None:
    wrong = replace(REVIEW, source=Paragraph("1.1.1", HASH))
    assert messages(framework(PANEL, wrong)) == ["1.1.2 its source `1.1.1` is not its paragraph"]


def test_a_rule_that_nothing_meets_is_caught() -> None:
    late = Condition("done_on", WithinMonths(-1), topic=False)
    found = messages(with_parts(REVIEW, Part("1.1.2.a", "membership_review", (REVIEWED, late))))
    assert found == ["1.1.2 the smallest pack does not meet it: the verdict is unknown"]


def test_a_condition_that_does_not_matter_is_caught() -> None:
    looser = Condition("reviewed", OneOf(("membership", "vetting")), topic=False)
    found = messages(with_parts(REVIEW, Part("1.1.2.a", "membership_review", (REVIEWED, looser))))
    assert found == ["1.1.2 1.1.2.a: a condition on `reviewed` asks for nothing that the others do not"]


def test_a_clause_implied_by_another_is_caught() -> None:
    weaker = Part("1.1.2.b", "membership_review", (Condition("reviewed", Covers(("vetting",)), topic=False),))
    found = messages(with_parts(REVIEW, Part("1.1.2.a", "membership_review", (REVIEWED,)), weaker))
    assert any(message.startswith("1.1.2 1.1.2.b:") and "still meets it" in message for message in found)


def test_two_criteria_with_one_rule_are_caught_unless_declared() -> None:
    twin = replace(criterion("1.1.2", *PANEL.parts()), id="1.1.2")
    read = READ - {"membership_review", "PanelReviewed.membership", "PanelReviewed.vetting"}
    pair = replace(framework(PANEL, twin), unread=unread_but(read))
    assert messages(pair) == ["1.1.2 its rule is that of 1.1.1; tell them apart, or declare it under `same_rule`"]
    assert messages(replace(pair, same_rule=(("1.1.1", "1.1.2"),))) == []


def test_a_false_declaration_of_one_rule_is_caught() -> None:
    found = messages(replace(SOUND, same_rule=(("1.1.1", "1.1.2"),)))
    assert found == ["1.1.1 `same_rule` says that 1.1.1, 1.1.2 have one rule, and they have not"]


@pytest.mark.parametrize("name", ["ethics_committee", "Standing.lapsed"])
def test_what_nothing_reads_is_caught(name: str) -> None:
    unread = tuple(entry for entry in SOUND.unread if entry.name != name)
    assert messages(replace(SOUND, unread=unread)) == [
        f" `{name}` is read by no rule; read it, drop it, or list it under `unread` with a reason"
    ]


@pytest.mark.parametrize("name", ["scrutiny_panel", "Standing.in_place", "no_such_kind"])
def test_a_false_entry_under_unread_is_caught(name: str) -> None:
    found = messages(replace(SOUND, unread=(*SOUND.unread, Unread(name, "no reason"))))
    assert found == [f" `{name}` is listed under `unread`, and a rule reads it or it does not exist"]


def test_an_unused_list_is_caught() -> None:
    assert messages(replace(SOUND, unused_lists=("SENIOR",))) == [" the list `SENIOR` is used by no rule; drop it"]


def test_editions_are_compared_paragraph_by_paragraph() -> None:
    other = Catalogue("2", {"1.1.1": PublishedParagraph("low", "c" * 64), "1.1.3": PublishedParagraph("low", HASH)})
    changes = compare_editions(CATALOGUE, other)
    assert (changes.same, changes.changed, changes.new, changes.gone) == ((), ("1.1.1",), ("1.1.3",), ("1.1.2",))


def test_a_fingerprint_does_not_see_layout_case_quotes_or_dashes() -> None:
    assert fingerprint("The  PCC\u2019s\n\u201cplan\u201d \u2013 now") == fingerprint('the pcc\'s "plan" - now')
    assert fingerprint("a plan") != fingerprint("a plane")


def test_the_catalogue_of_the_framework_holds_every_published_paragraph() -> None:
    catalogue = load_catalogue(framework_folder("apcc-2024"))
    levels = [paragraph.level for paragraph in catalogue.paragraphs.values()]
    assert {level: levels.count(level) for level in levels} == {"developing": 73, "achieving": 77, "advancing": 63}


def test_an_edition_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "edition.json"
    file.write_text('{"criteria": [{"id": "1.1.1", "level": "Low"}, {"id": "1.1.1", "level": "Low", "text": "a"}]}')
    with pytest.raises(InvalidFramework) as caught:
        load_edition(file)
    assert [fault.message for fault in caught.value.faults] == ["the criterion `1.1.1` is given twice"]


def test_the_whole_rule_set_is_proven() -> None:
    folder = framework_folder("apcc-2024")
    assert check_rules(load_framework(folder), load_catalogue(folder)) == ()
