"""Generated frameworks and packs over the real fact types.

A pack is drawn for a framework: facts first say what a part of a rule asks for, then some of them say otherwise, fall
silent, lapse, are disputed or replaced. Without that, hardly anything would be met and the laws would be idle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from hypothesis import strategies as st

from engine.loading.canonical import framework_digest
from engine.model.condition import (
    AtLeast,
    AtMost,
    Condition,
    Count,
    Covers,
    Is,
    OneOf,
    ProfileCondition,
    Recorded,
    Test,
    WithinMonths,
    WithinRhythm,
)
from engine.model.criterion import Clause, Criterion, Needs, Paragraph, Part
from engine.model.framework import Framework, Level, Section, Theme
from evidence_schemas.catalogue import FactType, FieldType, fact_types
from evidence_schemas.disputes import Dispute, Resolution
from evidence_schemas.fact import Fact
from evidence_schemas.pack import EvidencePack, NotHeld
from evidence_schemas.profile import Profile, questions
from evidence_schemas.vocabulary import Role
from evidence_schemas.when import add_months

SOURCE = {"document": "D1", "locator": "p. 1"}
KINDS = {kind: described for kind, described in fact_types().items() if kind not in {"dispute", "resolution"}}
REFERRING = [described for described in KINDS.values() if described.about is not None]
REFERRED_TO = sorted({kind for described in REFERRING for kind in described.about or ()})
YES_NO = sorted(set(questions()) - {"employees"})
ROLES = [role.value for role in Role]
NUMBERS = {"number": ("0", "1", "2", "10"), "amount": ("0", "0.5", "1")}
SETTLEMENTS = [[], [], [], ["evidence_upheld"], ["dispute_upheld"], ["evidence_upheld", "dispute_upheld"]]
RHYTHMS: dict[str | None, int | None] = {
    None: None,
    "yearly": 12,
    "half_yearly": 6,
    "quarterly": 3,
    "monthly": 1,
    "each_time": None,
    "every_few_years": None,
    "once": None,
}

as_at_dates = st.sampled_from(
    [date(2024, 6, 15), date(2024, 2, 29), date(2025, 2, 28), date(2023, 3, 31), date(2024, 12, 31), date(2025, 1, 1)]
)


@dataclass(frozen=True, slots=True)
class Case:
    """A framework, a pack for it, and the date to judge it at."""

    framework: Framework
    pack: EvidencePack
    as_at: date


@dataclass(frozen=True, slots=True)
class Mood:
    """How a pack is drawn.

    Of ten values of facts, `faults` do not say what is asked, and of ten references as many lead elsewhere. A `quarrel`
    brings disputes, resolutions and replacements. `dated` facts have dates that no rule asks for.
    """

    faults: int
    quarrel: bool
    dated: bool


moods = st.builds(Mood, faults=st.sampled_from([0, 0, 2, 5, 7]), quarrel=st.booleans(), dated=st.booleans())
calm = st.builds(Mood, faults=st.sampled_from([0, 0, 1]), quarrel=st.just(False), dated=st.booleans())


@dataclass(frozen=True, slots=True)
class Drawn:
    """The facts drawn so far; `named` holds, for the criterion at hand, the fact that was drawn last for each name."""

    facts: list[Fact] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)


@cache
def one_in(number: int) -> st.SearchStrategy[bool]:
    """True once in so many draws; shrinks to False."""
    return st.integers(1, number).map(lambda drawn: drawn == number)


# Frameworks


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Sections, themes, levels with odd names, and one to four criteria; of some themes not every one is encoded."""
    names = draw(
        st.lists(st.sampled_from(["dawn", "Z-9", "L1", "none", "met", "1"]), min_size=2, max_size=3, unique=True)
    )
    levels = tuple(Level(id_, id_.upper(), below) for below, id_ in zip([None, *names], names, strict=False))
    sections = tuple(Section(id_, f"Section {id_}") for id_ in "BAC"[: draw(st.integers(1, 3))])
    homes = [section.id for section in sections]
    homes += draw(st.lists(st.sampled_from(homes), max_size=3 - len(homes)))
    slots = st.tuples(st.integers(1, len(homes)), st.integers(1, len(names)))
    drawn = sorted(draw(st.lists(slots, min_size=1, max_size=4)))
    criteria = []
    for place, (theme, level) in enumerate(drawn):
        position = 1 + drawn[:place].count((theme, level))
        criteria.append(draw(criteria_of(f"{theme}.{level}.{position}", str(theme), names[level - 1])))
    unread = [draw(slots)] if draw(one_in(5)) else []
    themes = tuple(
        Theme(
            str(theme),
            f"Theme {theme}",
            home,
            {name: [*drawn, *unread].count((theme, level)) for level, name in enumerate(names, start=1)},
        )
        for theme, home in enumerate(homes, start=1)
    )
    framework = Framework("odd", "1", "An odd framework", levels, sections, themes, tuple(criteria))
    return replace(framework, digest=framework_digest(framework))


@st.composite
def criteria_of(draw: st.DrawFn, id_: str, theme: str, level: str) -> Criterion:
    """A criterion of one to three clauses, joined with one another where all of them are needed."""
    combine: Literal["all", "any", "at_least"] = draw(st.sampled_from(["all", "all", "all", "any", "at_least"]))
    clauses: list[Clause] = []
    for letter in "abc"[: draw(st.sampled_from([1, 2, 3, 3]))]:
        clauses.append(draw(clauses_of(f"{id_}.{letter}", clauses if combine == "all" else None)))
    number = draw(st.integers(1, len(clauses))) if combine == "at_least" else 0
    needs = Needs(combine, tuple(clauses), number)
    asked = draw(profile_conditions()) if draw(one_in(4)) else None
    return Criterion(id_, theme, level, "A title", "asks", "reading", Paragraph(id_, "0" * 64), needs, asked)


@st.composite
def clauses_of(draw: st.DrawFn, id_: str, earlier: Sequence[Clause] | None) -> Clause:
    """A clause; `earlier` are those that it may be joined to, None where no clause of the criterion may be joined."""
    named = [clause for clause in earlier or () if clause.parts[0].name is not None]
    targets = draw(st.sampled_from([[], named[:1], named[-1:], named, named])) if named else []
    applies = {clause.applies_when for clause in targets} - {None}
    kinds = _kinds_about([clause.parts[0].kind for clause in targets])
    if not kinds or len(applies) > 1:
        targets, applies, kinds = [], set(), _kinds_about([])
    applies_when = applies.pop() if applies else draw(profile_conditions()) if draw(one_in(4)) else None
    about = tuple(str(clause.parts[0].name) for clause in targets)
    form = draw(
        st.sampled_from(["one", "named", "named", "each", "two"] if earlier is not None else ["one", "each", "two"])
    )
    kind = draw(st.sampled_from(kinds))
    if form == "named" and not targets:
        kind = KINDS[draw(st.sampled_from(REFERRED_TO))]
    where = tuple(draw(st.lists(conditions_on(kind), min_size=1, max_size=3)))
    if form != "each":
        name = f"fact_{id_[-1]}" if form == "named" else None
        parts: tuple[Part, ...] = (Part(id_, kind.kind, where, about, name, 2 if form == "two" else 1),)
    else:
        parts = tuple(
            Part(f"{id_}[{member}]", kind.kind, (*where, condition), about) for member, condition in draw(each_of(kind))
        )
    return Clause(id_, parts, applies_when)


@st.composite
def each_of(draw: st.DrawFn, kind: FactType) -> list[tuple[str, Condition]]:
    """Two words of one field, each with the condition that asks for it."""
    field = draw(st.sampled_from([field for field in kind.fields.values() if len(_words(field)) > 1]))
    members = draw(st.lists(st.sampled_from(_words(field)), min_size=2, max_size=2, unique=True))
    return [
        (word, Condition(field.name, Covers((word,)) if field.shape == "words" else Is(word), field.topic))
        for word in members
    ]


@st.composite
def conditions_on(draw: st.DrawFn, kind: FactType, *, plain: bool = False) -> Condition:
    """A condition on a field of the kind: on what it says more often than on its topics and its dates.

    A `plain` one is on what it says, where it says anything.
    """
    topics = [field for field in kind.fields.values() if field.topic]
    dates = [field for field in kind.fields.values() if field.dating]
    says = [field for field in kind.fields.values() if not field.topic and not field.dating] or topics
    field = draw(st.sampled_from(says if plain else draw(st.sampled_from([says, says, says, topics or dates, dates]))))
    tests = _tests(field, "rhythm" in kind.fields)
    test = Recorded() if not tests or draw(one_in(8)) else draw(st.one_of(tests))
    return Condition(field.name, test, field.topic)


@cache
def _tests(field: FieldType, has_rhythm: bool) -> list[st.SearchStrategy[Test]]:
    """The operators that fit the field, besides `recorded`, which fits all."""
    words = _words(field)
    scale = words if field.shape == "scale" else ()
    tests: list[st.SearchStrategy[Test]] = []
    if words:
        some = st.lists(st.sampled_from(words[:5]), min_size=1, max_size=2, unique=True).map(tuple)
        tests += [some.map(OneOf), some.map(Covers) if field.shape == "words" else st.sampled_from(words[:5]).map(Is)]
    if field.shape == "number":
        tests.append(st.sampled_from(NUMBERS["number"]).map(Is))
    if field.shape in {"scale", "number", "amount"}:
        bounds = st.sampled_from(scale or NUMBERS[field.shape])
        tests += [bounds.map(lambda bound: AtLeast(bound, scale)), bounds.map(lambda bound: AtMost(bound, scale))]
    if field.shape in {"words", "references"}:
        tests.append(st.integers(1, 3).map(Count))
    if field.shape == "day":
        tests.append(st.sampled_from([1, 6, 12, 36]).map(WithinMonths))
        tests += [st.just(WithinRhythm())] if has_rhythm else []
    return tests


@st.composite
def profile_conditions(draw: st.DrawFn) -> ProfileCondition:
    """A question of the profile with an answer."""
    if draw(one_in(3)):
        number = str(draw(st.integers(0, 3)))
        return ProfileCondition("employees", AtLeast(number) if draw(st.booleans()) else AtMost(number))
    return ProfileCondition(draw(st.sampled_from(YES_NO[:3])), Is(draw(st.sampled_from(["yes", "no"]))))


def _kinds_about(targets: Sequence[str]) -> list[FactType]:
    """The kinds that may be about facts of all these kinds; those that recur more often, since few do."""
    if not targets:
        return [*KINDS.values(), *[kind for kind in KINDS.values() if "rhythm" in kind.fields] * 3]
    return [kind for kind in REFERRING if not kind.about or set(targets) <= set(kind.about)]


@cache
def _words(field: FieldType) -> tuple[str, ...]:
    return tuple(word.value for word in field.vocabulary) if field.vocabulary else ()


# Packs


@st.composite
def cases(draw: st.DrawFn, moods: st.SearchStrategy[Mood] = moods) -> Case:
    """A framework, a pack that speaks of its criteria, and a date."""
    framework, as_at = draw(frameworks()), draw(as_at_dates)
    return Case(framework, draw(packs(framework, as_at, draw(moods))), as_at)


@st.composite
def packs(draw: st.DrawFn, framework: Framework, as_at: date, mood: Mood) -> EvidencePack:
    """A pack in which every part of every rule is spoken of, more or less."""
    step = draw(st.sampled_from([1, 96, 35]))
    ids = (f"F{place * step % 97:02}" for place in range(1, 97))
    drawn = Drawn()
    for criterion in framework.criteria:
        drawn.named.clear()
        asked = [part for part in criterion.parts() for _ in range(part.number)]
        # Where parts are joined, a second set of facts, or half of one, makes a second way to assign them.
        rival = draw(st.sampled_from([[], asked, [part for part in asked if part.name]])) if _joined(asked) else []
        for part in [*asked, *rival, *draw(st.lists(st.sampled_from(asked), max_size=2))]:
            if not (draw(amiss(mood)) and draw(one_in(2 if part.name else 4))):
                fact = draw(facts_for(part, next(ids), as_at, mood, drawn))
                drawn.facts.append(fact)
                if part.name is not None:
                    drawn.named[part.name] = fact.id
    if mood.quarrel:
        drawn.facts.extend(draw(quarrels([criterion.id for criterion in framework.criteria], drawn.facts, as_at)))
    kinds = sorted({part.kind for criterion in framework.criteria for part in criterion.parts()})
    absences = draw(st.lists(st.sampled_from(kinds), max_size=1))
    not_held = tuple(NotHeld(kind=kind, reason="Not kept.") for kind in absences)
    return replace(pack_of(framework, drawn.facts), profile=draw(profiles(framework)), not_held=not_held)


def pack_of(framework: Framework, facts: Sequence[Fact]) -> EvidencePack:
    """A pack of these facts and nothing else."""
    in_order = tuple(sorted(facts, key=lambda fact: fact.id))
    return EvidencePack("An Office", framework.id, None, Profile(), (), in_order, (), (), "sha256:" + "0" * 64)


@st.composite
def joined_cases(draw: st.DrawFn) -> Case:
    """A small case that turns on joins: two or three parts, for each of them up to three facts that may go together.

    What the facts say and refer to is drawn at random, so that no one way of assigning them stands out.
    """
    parts = draw(joined_parts())
    framework, as_at = one_criterion(parts), draw(as_at_dates)
    drawn = Drawn()
    by_part: dict[str | None, list[str]] = {}
    for part in parts:
        alone = replace(part, about=())
        for number in range(draw(st.integers(1, 3))):
            id_ = f"{draw(st.sampled_from('FGH'))}{part.id[-1]}{number}"
            fact = draw(
                facts_for(alone, id_, as_at, Mood(draw(st.sampled_from([0, 0, 8])), quarrel=False, dated=False), drawn)
            )
            fitting = [target for name in part.about for target in by_part[name]]
            silent = not fitting or draw(one_in(8))
            about = frozenset() if silent else draw(st.frozensets(st.sampled_from(fitting), min_size=1, max_size=3))
            drawn.facts.append(fact.model_copy(update={"about": about or None}) if part.about else fact)
            by_part.setdefault(part.name, []).append(id_)
    if draw(st.booleans()):
        drawn.facts.extend(draw(quarrels(["1.1.1"], drawn.facts, as_at)))
    return Case(framework, pack_of(framework, drawn.facts), as_at)


@st.composite
def joined_parts(draw: st.DrawFn) -> list[Part]:
    """Two or three parts with one condition each, every one but the first about one or both of those before it."""
    parts: list[Part] = []
    for letter in "abc"[: draw(st.integers(2, 3))]:
        targets = draw(st.sampled_from([parts[:1], parts[-1:], parts]))
        kinds = _kinds_about([part.kind for part in targets]) if parts else [KINDS[kind] for kind in REFERRED_TO]
        kind = draw(st.sampled_from(kinds))
        about = tuple(str(part.name) for part in targets)
        number = draw(st.integers(1, 2)) if letter == "c" else 1
        name = f"fact_{letter}" if letter != "c" else None
        parts.append(Part(f"1.1.1.{letter}", kind.kind, (draw(conditions_on(kind, plain=True)),), about, name, number))
    return parts


@st.composite
def dated_cases(draw: st.DrawFn) -> Case:
    """A small case that turns on one date: one part, and one or two facts for it."""
    recurring = draw(st.booleans())
    kind = draw(st.sampled_from([kind for kind in KINDS.values() if "rhythm" in kind.fields or not recurring]))
    dated = draw(st.sampled_from([field for field in kind.fields.values() if field.dating]))
    fresh = WithinRhythm() if recurring else draw(st.one_of(_tests(dated, has_rhythm=False)))
    where = [Condition(dated.name, fresh, dated.topic), *draw(st.lists(conditions_on(kind, plain=True), max_size=1))]
    part = Part("1.1.1.a", kind.kind, tuple(where))
    framework, as_at = one_criterion([part]), draw(as_at_dates)
    mood = Mood(draw(st.sampled_from([0, 3])), quarrel=False, dated=draw(st.booleans()))
    facts = [draw(facts_for(part, id_, as_at, mood, Drawn())) for id_ in ("F1", "F2")[: draw(st.integers(1, 2))]]
    return Case(framework, pack_of(framework, facts), as_at)


def one_criterion(parts: Sequence[Part]) -> Framework:
    """The smallest framework around one criterion that needs all these parts, each in a clause of its own."""
    needs = Needs("all", tuple(Clause(part.id, (part,)) for part in parts))
    criterion = Criterion("1.1.1", "1", "L1", "A title", "asks", "reading", Paragraph("1.1.1", "0" * 64), needs)
    theme = Theme("1", "Theme 1", "A", {"L1": 1})
    framework = Framework("odd", "1", "Odd", (Level("L1", "L", None),), (Section("A", "A"),), (theme,), (criterion,))
    return replace(framework, digest=framework_digest(framework))


@st.composite
def facts_for(draw: st.DrawFn, part: Part, id_: str, as_at: date, mood: Mood, drawn: Drawn) -> Fact:
    """A fact that says what the part asks for, or fails to, as the mood is."""
    kind = KINDS[part.kind]
    stated: dict[str, object] = {"id": id_, "kind": part.kind, "source": SOURCE}
    for name in dict.fromkeys(condition.field for condition in part.where):
        tests = [condition.test for condition in part.where if condition.field == name]
        wrong, right = values_for(kind.fields[name], tests, as_at, drawn.facts)
        # A wrong topic only makes the fact irrelevant, which an absent one does as well.
        astray = draw(amiss(mood)) and not (kind.fields[name].topic and draw(st.booleans()))
        stated[name] = draw(st.one_of(wrong, wrong, wrong, wrong, st.none()) if astray else right)
        if WithinRhythm() in tests:
            rhythm = draw(st.sampled_from(list(RHYTHMS)))
            stated.setdefault("rhythm", rhythm)
            stated[name] = stated[name] if astray else draw(days(as_at, RHYTHMS[rhythm]))
    if mood.dated:
        undated = [field.name for field in kind.fields.values() if field.dating and field.name not in stated]
        stated |= {name: draw(days(as_at)) for name in draw(_some(undated))}
        stated["period"] = {"from": "2015", "to": draw(days(as_at))} if draw(one_in(6)) else None
    if kind.about is not None:
        stated["about"] = draw(references(part, mood, drawn)) or None
    older = [fact.id for fact in drawn.facts if fact.kind == part.kind]
    if mood.quarrel and older and draw(one_in(6)):
        stated["replaces"] = [draw(st.sampled_from(older))]
    return kind.model.model_validate(stated)


@st.composite
def references(draw: st.DrawFn, part: Part, mood: Mood, drawn: Drawn) -> list[str]:
    """What a fact for the part refers to: what the part asks for, or any other facts that it may refer to."""
    about = KINDS[part.kind].about
    astray = draw(amiss(mood)) if part.about else draw(one_in(6))
    if astray:
        return draw(_some([fact.id for fact in drawn.facts if not about or fact.kind in about]))
    return [drawn.named[name] for name in part.about if name in drawn.named]


def values_for(
    field: FieldType, tests: Sequence[Test], as_at: date, others: Sequence[Fact]
) -> tuple[st.SearchStrategy[object], st.SearchStrategy[object]]:
    """Values that mostly fail the tests, and values that pass them where they leave room for any."""
    match field.shape:
        case "word" | "scale":
            words = _words(field)
            passing = [word for word in words if all(_fits(word, test) for test in tests)]
            failing = [word for word in words if word not in passing]
            return st.sampled_from(failing or words), st.sampled_from(passing or words)
        case "words":
            return _sets_for(_words(field), tests)
        case "number" | "amount":
            bounds = [test.value for test in tests if isinstance(test, Is | AtLeast | AtMost)]
            return st.sampled_from(NUMBERS[field.shape]), st.sampled_from(bounds or NUMBERS[field.shape])
        case "text":
            return st.just("A text"), st.just("A text")
        case "day":
            months = [test.months for test in tests if isinstance(test, WithinMonths)]
            return days(as_at), days(as_at, min(months, default=None))
        case _:
            some = _some([fact.id for fact in others]).map(lambda ids: ids or None)
            return some, some


def _sets_for(
    words: Sequence[str], tests: Sequence[Test]
) -> tuple[st.SearchStrategy[object], st.SearchStrategy[object]]:
    asked = {word for test in tests if isinstance(test, Covers | OneOf) for word in test.values}
    needed = {word for test in tests if isinstance(test, Covers) for word in test.values}
    needed |= {test.values[-1] for test in tests if isinstance(test, OneOf)}
    number = max([1, *(test.number for test in tests if isinstance(test, Count))])
    wrong = st.lists(st.sampled_from([word for word in words if word not in asked] or words), min_size=1, max_size=1)
    some = st.lists(st.sampled_from(words), min_size=min(number, len(words)), max_size=3, unique=True)
    return wrong, some.map(lambda drawn: sorted(needed | set(drawn)))


def _fits(word: str, test: Test) -> bool:
    match test:
        case Is(value):
            return word == value
        case OneOf(values):
            return word in values
        case AtLeast(value, scale):
            return word in scale[scale.index(value) :]
        case AtMost(value, scale):
            return word in scale[: scale.index(value) + 1]
    return True


@st.composite
def days(draw: st.DrawFn, as_at: date, within: int | None = None) -> str:
    """Dates at and around the edges: so many months before the as-at date, and a day before or after that.

    Some give only the month or the year. With `within`, most lie within so many months.
    """
    backs, deltas = [12, 1, 3, 6, 36, 60, 0, -12], [0, 0, 1, -1]
    if within is not None:
        backs, deltas = [within, within, within // 2, 0], [0, 0, -1]
    day = add_months(as_at, -draw(st.sampled_from(backs))) + timedelta(draw(st.sampled_from(deltas)))
    return day.isoformat()[: draw(st.sampled_from([10, 10, 10, 10, 10, 7, 4]))]


@st.composite
def quarrels(draw: st.DrawFn, criteria: Sequence[str], facts: Sequence[Fact], as_at: date) -> list[Fact]:
    """Disputes of facts and of criteria, some of them settled, a few for both sides at once."""
    disputable = st.sampled_from([fact.id for fact in facts] or criteria) | st.sampled_from(criteria)
    drawn: list[Fact] = []
    for number in range(draw(st.integers(1, 3))):
        stated = {"disputes": draw(st.lists(disputable, min_size=1, max_size=2, unique=True))}
        day = draw(st.none() | days(as_at))
        drawn.append(_quarrel("dispute", f"X{number}", {**stated, "raised_on": day}))
        for side in draw(st.sampled_from(SETTLEMENTS)):
            drawn.append(draw(resolutions(f"Y{len(drawn)}", f"X{number}", side, as_at)))
    return drawn


@st.composite
def resolutions(draw: st.DrawFn, id_: str, dispute: str, side: str, as_at: date) -> Fact:
    """Somebody settles the dispute, most often before the as-at date."""
    stated = {"about": [dispute], "side": side, "made_by": ROLES[0], "reasons": "A reason"}
    return _quarrel("resolution", id_, {**stated, "made_on": draw(st.just("2015") | days(as_at))})


def _quarrel(kind: str, id_: str, stated: Mapping[str, object]) -> Fact:
    return fact_types()[kind].model.model_validate({"id": id_, "kind": kind, "source": SOURCE, **stated})


@st.composite
def profiles(draw: st.DrawFn, framework: Framework) -> Profile:
    """Answers to some of the questions that the framework asks."""
    conditions = [c.applies_when for c in framework.criteria]
    conditions += [clause.applies_when for c in framework.criteria for clause in c.needs.clauses]
    answers: dict[str, object] = {}
    for question in sorted({condition.question for condition in conditions if condition}):
        if question == "employees":
            answers[question] = draw(st.sampled_from([0, 1, 2, 3, None]))
        elif not draw(one_in(4)):
            answers[question] = {"answer": draw(st.booleans()), "reason": "A reason"}
    return Profile.model_validate(answers)


@cache
def amiss(mood: Mood) -> st.SearchStrategy[bool]:
    """True as often as the mood has faults; shrinks to False."""
    return st.integers(1, 10).map(lambda drawn: drawn > 10 - mood.faults)


def _joined(parts: Sequence[Part]) -> bool:
    return any(part.about for part in parts)


def _some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=3, unique=True) if names else st.just([])


@st.composite
def supporting_facts(draw: st.DrawFn, case: Case) -> Fact:
    """One more fact for the pack that disputes nothing and replaces nothing; now and then it settles a dispute.

    It settles none that is settled already: a pack in which resolutions contradict one another is refused.
    """
    id_ = draw(st.sampled_from(["A1", "F50x", "Z1"]))
    settled = {dispute for fact in case.pack.facts if isinstance(fact, Resolution) for dispute in fact.about}
    unsettled = [fact.id for fact in case.pack.facts if isinstance(fact, Dispute) and fact.id not in settled]
    if draw(one_in(4)) and unsettled:
        side = draw(st.sampled_from(["evidence_upheld", "dispute_upheld"]))
        return draw(resolutions(id_, draw(st.sampled_from(unsettled)), side, case.as_at))
    parts = [part for criterion in case.framework.criteria for part in criterion.parts()]
    drawn = Drawn([fact for fact in case.pack.facts if fact.kind in KINDS])
    return draw(facts_for(draw(st.sampled_from(parts)), id_, case.as_at, draw(calm), drawn))


# Files


def pack_document(pack: EvidencePack) -> dict[str, object]:
    """The pack as the one document that it would be read from."""
    return {
        "pack": "1",
        "organisation": pack.organisation,
        "framework": pack.framework,
        "profile": pack.profile.model_dump(mode="json", exclude_none=True),
        "documents": [{"id": SOURCE["document"], "title": "A document"}],
        "facts": [fact.model_dump(mode="json", exclude_none=True, by_alias=True) for fact in pack.facts],
        "not_held": [absence.model_dump(mode="json") for absence in pack.not_held],
    }
