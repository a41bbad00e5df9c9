"""Every fact type and every vocabulary keeps the rules that all of them share."""

import inspect
import itertools
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from evidence_schemas import vocabulary
from evidence_schemas.catalogue import FactType, fact_types
from evidence_schemas.fact import Fact
from evidence_schemas.field import About, FieldRole, YesNo
from evidence_schemas.vocabulary import Scale, Vocabulary

TYPES = tuple(fact_types().values())
VOCABULARIES = tuple(
    value
    for value in vars(vocabulary).values()
    if inspect.isclass(value) and issubclass(value, Vocabulary) and value not in {Vocabulary, Scale}
)
SMALLEST: dict[str, Any] = {"id": "F1", "source": {"document": "D1", "locator": "page 2"}}
ALSO_REQUIRED: dict[str, dict[str, Any]] = {
    "dispute": {"disputes": ["F2", "3.1.4"]},
    "resolution": {
        "about": ["F3"],
        "side": "evidence_upheld",
        "made_by": "chief_executive",
        "made_on": "2022-05-01",
        "reasons": "the minute speaks of another panel",
    },
}

each_type = pytest.mark.parametrize("described", TYPES, ids=[described.kind for described in TYPES])
each_vocabulary = pytest.mark.parametrize("words", VOCABULARIES, ids=[words.__name__ for words in VOCABULARIES])


def smallest(kind: str) -> dict[str, Any]:
    return {**SMALLEST, "kind": kind, **ALSO_REQUIRED.get(kind, {})}


def make(kind: str, **fields: Any) -> Fact:  # noqa: ANN401
    return fact_types()[kind].model.model_validate({**smallest(kind), **fields})


def fields_of_shape(shape: str) -> Iterator[tuple[FactType, str]]:
    return (
        (described, field.name) for described in TYPES for field in described.fields.values() if field.shape == shape
    )


def test_there_are_68_types_and_each_kind_names_one() -> None:
    assert len(TYPES) == 68
    assert len({described.label for described in TYPES}) == 68


@each_type
def test_the_kind_is_the_name_of_the_class(described: FactType) -> None:
    assert re.sub(r"(?<!^)(?=[A-Z])", "_", described.model.__name__).lower() == described.kind


@each_type
def test_only_identity_is_required(described: FactType) -> None:
    required = {name for name, field in described.model.model_fields.items() if field.is_required()}
    assert required == {"id", "kind", "source", *ALSO_REQUIRED.get(described.kind, {})}
    fact = make(described.kind)
    assert {name for name in described.fields if getattr(fact, name) is not None} == required & set(described.fields)


@each_type
def test_a_fact_is_frozen(described: FactType) -> None:
    fact = make(described.kind)
    with pytest.raises(ValidationError, match="frozen"):
        fact.note = "changed"  # type: ignore[misc]


@each_type
def test_an_unknown_field_is_refused(described: FactType) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        make(described.kind, effectiv="yes")


@each_type
def test_a_type_says_what_it_is_and_what_to_call_it(described: FactType) -> None:
    assert vars(described.model)["__doc__"]
    assert described.meaning.splitlines()[0].endswith(".")
    assert re.fullmatch(r"\S.*[^\s.]", described.label)


@each_type
def test_a_type_says_which_document_usually_shows_it(described: FactType) -> None:
    assert re.fullmatch(r"[a-z].*[^\s.]", described.shown_by)
    assert len(described.shown_by) <= 120


def test_no_two_types_are_shown_in_the_same_words() -> None:
    assert len({described.shown_by for described in TYPES}) == len(TYPES)


@each_type
def test_every_field_plays_a_part_and_has_a_label_of_its_own(described: FactType) -> None:
    marks = {
        name: [mark for mark in field.metadata if isinstance(mark, FieldRole | About)]
        for name, field in described.model.model_fields.items()
        if name not in Fact.model_fields
    }
    # Rules read the values of a series through calculations only.
    assert {name for name, found in marks.items() if len(found) != 1} == (
        {"points"} if described.kind == "data_series" else set()
    )
    labels = [field.label for field in described.fields.values()]
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"\S.*[^\s.]", label) for label in labels)


@each_type
def test_about_names_kinds_that_exist(described: FactType) -> None:
    assert set(described.about or ()) <= set(fact_types())
    assert (described.about is not None) == ("about" in described.model.model_fields)


@each_type
def test_no_field_is_a_verdict_or_named_after_a_criterion(described: FactType) -> None:
    assert not [
        name for name in described.model.model_fields if re.search(r"\d|criteri|clause|indicator|verdict", name)
    ]
    assert "yes_no" not in {field.shape for field in described.fields.values()}


@each_type
def test_topic_fields_are_words(described: FactType) -> None:
    assert {field.shape for field in described.fields.values() if field.topic} <= {"word", "words"}


@each_type
def test_a_date_has_the_name_of_one(described: FactType) -> None:
    days = {field.name for field in described.fields.values() if field.shape == "day"}
    assert days == {name for name in described.fields if name.endswith(("_on", "_until"))} - {
        "builds_on",
        "drew_on",
        "rests_on",
    }


@each_type
def test_a_day_until_which_something_holds_ends_it(described: FactType) -> None:
    assert {field.dating for field in described.fields.values() if field.name.endswith("_until")} <= {"ends"}


@pytest.mark.parametrize("day", ["2022-02-30", "2021-02-29", "2022-13", "30/03/2022", "2022-3-1", "soon", ""])
def test_a_day_that_does_not_exist_is_refused_in_every_field(day: str) -> None:
    dated = list(fields_of_shape("day"))
    assert dated
    for described, name in dated:
        with pytest.raises(ValidationError, match="not a date that exists"):
            make(described.kind, **{name: day})


def test_no_set_is_empty() -> None:
    sets = list(itertools.chain(fields_of_shape("words"), fields_of_shape("references")))
    assert sets
    for described, name in sets:
        with pytest.raises(ValidationError, match="too_short"):
            make(described.kind, **{name: []})


def test_a_word_outside_the_vocabulary_is_refused_in_every_field() -> None:
    for described, name in itertools.chain(fields_of_shape("word"), fields_of_shape("scale")):
        with pytest.raises(ValidationError, match="enum"):
            make(described.kind, **{name: "effective_enough"})
    for described, name in fields_of_shape("words"):
        with pytest.raises(ValidationError, match="enum"):
            make(described.kind, **{name: ["effective_enough"]})


def test_blank_text_is_refused_in_every_field() -> None:
    for described, name in fields_of_shape("text"):
        with pytest.raises(ValidationError, match="too_short"):
            make(described.kind, **{name: "  "})


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "NaN"])
def test_a_count_is_a_whole_number_from_nought(value: str) -> None:
    counts = list(fields_of_shape("number"))
    assert counts
    for described, name in counts:
        with pytest.raises(ValidationError, match=name):
            make(described.kind, **{name: value})


@pytest.mark.parametrize("value", ["NaN", "Infinity", "half"])
def test_an_amount_is_finite(value: str) -> None:
    amounts = list(fields_of_shape("amount"))
    assert amounts
    for described, name in amounts:
        with pytest.raises(ValidationError, match=name):
            make(described.kind, **{name: value})


@pytest.mark.parametrize("share", ["-0.01", "1.01", "62"])
def test_a_share_runs_from_nought_to_one(share: str) -> None:
    with pytest.raises(ValidationError, match="share_favourable"):
        make("views_gathered", share_favourable=share)


@pytest.mark.parametrize(
    ("said", "read"), [("yes", True), ("no", False), ("true", True), ("false", False), (True, True), (False, False)]
)
def test_yes_and_no_are_read(said: object, read: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(said) is read


@pytest.mark.parametrize("said", ["Yes", "y", "on", "1", 1, 0, "", "unknown", None])
def test_nothing_else_is_yes_or_no(said: object) -> None:
    with pytest.raises(ValidationError, match="must be `yes` or `no`"):
        TypeAdapter(YesNo).validate_python(said)


def point(year: str, value: str, **more: str) -> dict[str, Any]:
    return {"period": {"from": f"{year}-04-01", "to": f"{int(year) + 1}-03-31"}, "value": value, **more}


def test_a_series_is_a_table_whose_rows_have_no_order() -> None:
    rows = [point("2020", "4.1"), point("2020", "9.3", group="black", base="1200"), point("2021", "8.0", group="black")]
    tables = {make("data_series", points=list(order)) for order in itertools.permutations(rows)}
    (series,) = tables
    values = [(row.period.begins.first, row.group, row.value) for row in series.points]  # type: ignore[attr-defined]
    assert values == [
        (date(2020, 4, 1), None, Decimal("4.1")),
        (date(2020, 4, 1), "black", Decimal("9.3")),
        (date(2021, 4, 1), "black", Decimal("8.0")),
    ]


def test_a_series_has_one_value_for_a_period_and_a_group() -> None:
    with pytest.raises(ValidationError, match="two values for the same period and group"):
        make("data_series", points=[point("2020", "4.1"), point("2021", "4.0"), point("2020", "4.2")])


@pytest.mark.parametrize("base", ["0", "-5"])
def test_nothing_is_counted_from_an_empty_base(base: str) -> None:
    with pytest.raises(ValidationError, match="base"):
        make("data_series", points=[point("2020", "4.1", base=base)])


@pytest.mark.parametrize("target", ["3.1", "3.1.4.b", "", "not an id", "4F"])
def test_a_dispute_names_facts_or_criteria(target: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        make("dispute", disputes=[target])


@each_vocabulary
def test_every_word_has_one_meaning(words: type[Vocabulary]) -> None:
    assert words.__doc__
    assert words.__doc__.endswith(".")
    assert len(words.__members__) == len(list(words)), "two names for one word"
    assert len({word.meaning for word in words}) == len(list(words))
    assert len({word.words for word in words}) == len(list(words))
    for word in words:
        assert word.name == word.value.upper()
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", word)
        assert re.fullmatch(r"\S(.*\S)?", word.meaning)
        assert re.fullmatch(r"[^\s_]([^_]*[^\s_.])?", word.words)


@each_vocabulary
def test_every_vocabulary_is_used(words: type[Vocabulary]) -> None:
    assert words in {field.vocabulary for described in TYPES for field in described.fields.values()}


def test_scales_are_ordered_the_weakest_first() -> None:
    assert {words.__name__ for words in VOCABULARIES if issubclass(words, Scale)} == {"Extent", "Mode"}
    assert [word.value for word in sorted(vocabulary.Extent, key=lambda word: word.rank)] == [
        "one",
        "some",
        "most",
        "all",
    ]
    assert [word.value for word in sorted(vocabulary.Mode, key=lambda word: word.rank)] == [
        "inform",
        "consult",
        "participate",
        "co_produce",
    ]
