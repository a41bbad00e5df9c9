"""Sentences made from gaps and conditions: all kinds of gap have one, and no value is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.condition import (
    AtLeast,
    AtMost,
    Condition,
    Count,
    Covers,
    Is,
    OneOf,
    Recorded,
    WithinMonths,
    WithinRhythm,
)
from engine.model.gap import GapKind, NearMiss
from engine.model.verdict import Verdict
from engine.sentences import VERDICTS, GapSentences, article, condition_words, listed, near_miss_words, values_words
from evidence_schemas.catalogue import fact_types
from harbour import CHAIR, FRAMEWORK, PANEL, judged

SENTENCES = GapSentences(FRAMEWORK)
PANELS, CHAIRS, REVIEWS = (fact_types()[kind] for kind in ("scrutiny_panel", "chair_appointment", "membership_review"))
IN_PLACE, PLANNED = (PANELS.fields["status"].words(value) for value in ("in_place", "planned"))
TASER, FORCE = (PANELS.fields["scrutinises"].words(value) for value in ("taser", "use_of_force"))
NEIGHBOUR = CHAIRS.fields["chair_is"].words("independent_member_of_public")
MATTER = PANELS.fields["scrutinises"].label
REVIEW = {"kind": "membership_review", "done_on": "2023-03-30", "groups": ["women"], "status": "done"}


@pytest.mark.parametrize(
    ("words", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_in_a_sentence(words: list[str], expected: str) -> None:
    assert listed(words) == expected
    assert listed(words, "or") == expected.replace(" and ", " or ")


@pytest.mark.parametrize(("label", "expected"), [("equality objective", "an"), ("panel", "a"), ("Audit", "an")])
def test_articles(label: str, expected: str) -> None:
    assert article(label) == expected


def test_every_verdict_has_words() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert len(set(VERDICTS.values())) == len(Verdict)


@pytest.mark.parametrize(
    ("kind", "condition", "said"),
    [
        ("scrutiny_panel", Condition("status", Is("in_place"), topic=False), IN_PLACE),
        (
            "scrutiny_panel",
            Condition("scrutinises", OneOf(("taser", "use_of_force")), topic=True),
            f"{TASER} or {FORCE}",
        ),
        (
            "scrutiny_panel",
            Condition("scrutinises", Covers(("taser", "use_of_force")), topic=True),
            f"{TASER} and {FORCE}",
        ),
        ("scrutiny_panel", Condition("scrutinises", Count(3), topic=True), "at least 3"),
        (
            "membership_review",
            Condition("barriers_found", Recorded(), topic=False),
            REVIEWS.fields["barriers_found"].label,
        ),
        ("membership_review", Condition("done_on", WithinMonths(7), topic=False), "no more than 7 months"),
        ("membership_review", Condition("done_on", WithinRhythm(), topic=False), "cycle"),
        ("training", Condition("share_trained", AtLeast("most", ("some", "most")), topic=False), "at least most"),
        ("training", Condition("share_trained", AtMost("some", ("some", "most")), topic=False), "at most some"),
    ],
)
def test_every_test_says_its_value(kind: str, condition: Condition, said: str) -> None:
    assert said in condition_words(kind, condition)


CASES = [
    ({}, "1.1.1", GapKind.ABSENT, [PANELS.label, IN_PLACE, FORCE]),
    ({"P1": PANEL}, "1.1.1", GapKind.ABSENT, [CHAIRS.label, "about P1", NEIGHBOUR]),
    (
        {"P1": {"kind": "scrutiny_panel", "scrutinises": ["use_of_force"]}},
        "1.1.1",
        GapKind.UNRECORDED,
        ["P1", PANELS.fields["status"].label, IN_PLACE],
    ),
    (
        {"P1": {"kind": "scrutiny_panel", "status": "in_place"}},
        "1.1.1",
        GapKind.UNRECORDED,
        ["P1", MATTER, "may be about something else"],
    ),
    ({"P1": PANEL, "H1": CHAIR}, "1.1.1", GapKind.UNRECORDED, ["H1 does not say what it is about", "P1"]),
    (
        {"R1": {"kind": "membership_review", "done_on": "2023"}},
        "1.1.2",
        GapKind.UNRECORDED,
        ["R1", f"{REVIEWS.fields['done_on'].label} as 2023", "decides"],
    ),
    ({"P1": {**PANEL, "status": "planned"}}, "1.1.1", GapKind.CONTRARY, ["P1", PLANNED, IN_PLACE]),
    ({"R1": REVIEW}, "1.1.2", GapKind.STALE, ["R1", "2023-03-30", "2024-03-31", "newer evidence"]),
    ({"R1": REVIEW}, "1.1.2", GapKind.TOO_FEW, ["R1", "holds 1", "at least 2"]),
    ({"R1": REVIEW}, "1.2.1", GapKind.TOO_FEW, ["1 of the 2 needed", REVIEWS.label]),
    ({"R1": REVIEW}, "1.1.2", GapKind.PROFILE, ["whether a deputy commissioner is employed", "`deputy_employed`"]),
    (
        {"P1": PANEL, "H1": {**CHAIR, "about": ["P1"]}, "X1": {"kind": "dispute", "disputes": ["P1"]}},
        "1.1.1",
        GapKind.CONTESTED,
        [f"X1 disputes {PANELS.label} P1"],
    ),
    (
        {
            "P1": PANEL,
            "H1": {**CHAIR, "about": ["P1"]},
            **{f"X{n}": {"kind": "dispute", "disputes": ["1.1.1"]} for n in (1, 2)},
        },
        "1.1.1",
        GapKind.CONTESTED,
        ["X1 and X2 dispute criterion 1.1.1"],
    ),
]


@pytest.mark.parametrize(("facts", "criterion", "kind", "said"), CASES)
def test_a_gap_in_a_sentence(
    facts: dict[str, dict[str, object]], criterion: str, kind: GapKind, said: list[str]
) -> None:
    findings = judged(facts).determination.criteria
    gaps = [gap for finding in findings if finding.id == criterion for gap in finding.gaps if gap.kind is kind]
    sentences = [SENTENCES.sentence(gap) for gap in gaps]
    assert any(all(words in sentence for words in said) for sentence in sentences), sentences
    for sentence in sentences:
        assert not sentence.endswith(".")
        assert sentence == " ".join(sentence.split())


def test_every_kind_of_gap_was_said_above() -> None:
    assert {kind for _, _, kind, _ in CASES} == set(GapKind)


def test_a_disclosed_absence_gives_its_reason() -> None:
    case = judged(not_held=[{"kind": "scrutiny_panel", "reason": "none was set up"}])
    (absent, _) = next(finding.gaps for finding in case.determination.criteria if finding.id == "1.1.1")
    assert SENTENCES.sentence(absent).endswith("the pack says it is not held: none was set up")


def test_near_misses_say_what_they_are_about() -> None:
    assert near_miss_words("scrutiny_panel", NearMiss("P1", "scrutinises", ("taser",))).endswith(f"{MATTER} is {TASER}")
    assert near_miss_words("chair_appointment", NearMiss("H1", "about", ("P7",))).endswith("H1 is about P7")
    assert "nothing that it names" in near_miss_words("chair_appointment", NearMiss("H1", "about", ()))


@given(st.lists(st.sampled_from(["2024-01", "7", "a b"]), min_size=1, max_size=3))
def test_values_of_fields_without_a_vocabulary_are_said_as_they_stand(values: list[str]) -> None:
    assert values_words("membership_review", "done_on", values) == listed(values)
