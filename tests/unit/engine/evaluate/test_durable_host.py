import gc
import subprocess
import sys
import textwrap
import threading
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluate.durable_host import (
    MAX_EQUALITIES,
    MAX_FIELDS,
    MAX_PATTERNS,
    DurableFailure,
    DurableLimit,
    PatternRule,
    RuleHost,
    is_available,
    unavailable_reason,
)

Facts = Sequence[Mapping[str, str]]

needs_durable = pytest.mark.skipif(not is_available(), reason=str(unavailable_reason()))

ODD = [
    "",
    "x",
    "X",
    "5",
    "5.0",
    "1e400",
    "True",
    "null",
    "$s",
    "sid",
    "id",
    "kind",
    "k0",
    "v0",
    "t",
    "m",
    '"\\',
    "é",
    "\0",
    "a\ud800",
]
KINDS = ["atom", "clause", "5", "$s", ""]
FIELDS = ["outcome", "kind", "sid", "id", "$s", "$and", "", "é"]
VALUES = ["met", "not_met", "5", "True", "", "$s", "k0", "v0"]


def by_definition(rules: Sequence[PatternRule], facts: Facts) -> frozenset[str]:
    def fits(rule: PatternRule, fact: Mapping[str, str]) -> bool:
        return fact.get("kind") == rule.kind and all(fact.get(field) == value for field, value in rule.where)

    return frozenset(rule.name for rule in rules if any(fits(rule, fact) for fact in facts))


def ask(rules: Sequence[PatternRule], facts: Facts) -> frozenset[str]:
    return RuleHost({"only": rules}, "f").fired("only", facts)


equalities = st.tuples(st.sampled_from(FIELDS), st.sampled_from(VALUES))
some_rules = st.lists(
    st.builds(
        PatternRule,
        st.sampled_from([f"n{number}" for number in range(12)]),
        st.sampled_from(KINDS),
        st.lists(equalities, max_size=MAX_EQUALITIES).map(tuple),
    ),
    max_size=12,
)
some_facts = st.lists(
    st.dictionaries(
        st.sampled_from([*FIELDS, "kind", "kind", "other"]), st.sampled_from([*VALUES, *KINDS, "w"]), max_size=9
    ),
    max_size=12,
)


@needs_durable
class TestFiring:
    @settings(max_examples=1000, deadline=None)
    @given(some_rules, st.lists(some_facts, min_size=1, max_size=4))
    def test_equals_the_definition_each_time_it_is_asked(self, rules: list[PatternRule], packs: list[Facts]) -> None:
        host = RuleHost({"some": rules, "fewer": rules[:3], "none": []}, "f")
        for facts in packs:
            assert host.fired("some", facts) == by_definition(rules, facts)
            assert host.fired("fewer", facts) == by_definition(rules[:3], facts)
            assert host.fired("none", facts) == frozenset()

    @settings(max_examples=300, deadline=None)
    @given(some_rules, some_facts)
    def test_a_rule_made_from_a_fact_fires(self, rules: list[PatternRule], facts: list[dict[str, str]]) -> None:
        made = [
            PatternRule(f"made {number}", fact["kind"], tuple(fact.items())[:MAX_EQUALITIES])
            for number, fact in enumerate(facts)
            if "kind" in fact
        ]
        assert {rule.name for rule in made} <= ask([*rules, *made], facts)

    @settings(max_examples=300, deadline=None)
    @given(st.data(), some_rules, some_facts)
    def test_order_and_repetition_mean_nothing(
        self, data: st.DataObject, rules: list[PatternRule], facts: list[dict[str, str]]
    ) -> None:
        other_rules = data.draw(st.permutations(rules + rules[:2]))
        other_facts = data.draw(st.permutations(facts + facts[:2]))
        assert ask(rules, facts) == ask(other_rules, other_facts)

    @settings(max_examples=300, deadline=None)
    @given(st.text(), st.text(), st.text(), st.text(), st.text())
    def test_any_text_will_do(self, fingerprint: str, name: str, kind: str, field: str, value: str) -> None:
        rules = [
            PatternRule(name, kind, ((f"-{field}", value),)),
            PatternRule("never", kind, ((f"-{field}", f"{value}."),)),
        ]
        host = RuleHost({name: rules}, fingerprint)
        assert host.fired(name, [{"kind": kind, f"-{field}": value}]) == {name}

    @pytest.mark.parametrize("text", [*ODD, "y" * 200_000], ids=lambda text: ascii(text[:9]))
    def test_odd_text_in_every_place(self, text: str) -> None:
        rules = [
            PatternRule(text, text, ((f"{text}-", text),)),
            PatternRule("longer", text, ((f"{text}-", f"{text}z"),)),
        ]
        fact = {"kind": text, f"{text}-": text}
        assert RuleHost({text: rules}, text).fired(text, [fact]) == {text}

    @pytest.mark.parametrize("field", [text for text in ODD if text != "kind"], ids=ascii)
    def test_odd_field_names(self, field: str) -> None:
        rules = [PatternRule(value, "atom", ((field, value),)) for value in ODD]
        for value in ODD:
            assert ask(rules, [{"kind": "atom", field: value}]) == {value}

    def test_rules_with_one_pattern_and_different_names_all_fire(self) -> None:
        rules = [PatternRule(f"n{number}", "atom", (("a", "1"),)) for number in range(1000)]
        assert ask(rules, [{"kind": "atom", "a": "1"}]) == {rule.name for rule in rules}

    def test_a_rule_asks_one_fact_for_everything(self) -> None:
        rules = [PatternRule("both", "atom", (("a", "1"), ("b", "2")))]
        apart = [{"kind": "atom", "a": "1"}, {"kind": "atom", "b": "2"}]
        assert ask(rules, apart) == frozenset()
        assert ask(rules, [*apart, {"kind": "atom", "a": "1", "b": "2"}]) == {"both"}

    def test_a_field_with_two_values_never_fires(self) -> None:
        rules = [PatternRule("both", "atom", (("a", "1"), ("a", "2")))]
        assert ask(rules, [{"kind": "atom", "a": "1"}, {"kind": "atom", "a": "2"}]) == frozenset()

    @pytest.mark.parametrize("facts", [[], [{}], [{"a": "1"}], [{"kind": "other", "a": "1"}], [{"kind": "atom"}]])
    def test_facts_that_no_rule_wants(self, facts: Facts) -> None:
        host = RuleHost({"only": [PatternRule("n", "atom", (("a", "1"),))]}, "f")
        assert host.fired("only", facts) == frozenset()
        assert host.fired("only", [*facts, {"kind": "atom", "a": "1"}]) == {"n"}

    def test_an_unknown_ruleset(self) -> None:
        with pytest.raises(KeyError, match="absent"):
            RuleHost({"only": []}, "f").fired("absent", [])


@needs_durable
class TestLimits:
    def test_all_patterns_that_are_taken_fire_at_once(self) -> None:
        pairs = [(f"a{number % MAX_FIELDS}", f"v{number}") for number in range(MAX_PATTERNS)]
        rules = [PatternRule(f"n{number}", "atom", (pair,)) for number, pair in enumerate(pairs)]
        assert ask(rules, [{"kind": "atom", field: value} for field, value in pairs]) == {rule.name for rule in rules}

    def test_one_fact_may_match_everything(self) -> None:
        fact = {"kind": "atom"} | {f"a{number:02}": "1" for number in range(MAX_FIELDS)}
        pairs = [(field, "1") for field in sorted(fact) if field != "kind"]
        # All runs of four that begin early: the widest tree of conditions that so many patterns can make.
        quads = [
            (pairs[a], pairs[b], pairs[c], pairs[d])
            for a in range(MAX_FIELDS)
            for b in range(a + 1, MAX_FIELDS)
            for c in range(b + 1, MAX_FIELDS)
            for d in range(c + 1, MAX_FIELDS)
        ]
        for chosen in (quads[:MAX_PATTERNS], quads[-MAX_PATTERNS:], quads[::5][:MAX_PATTERNS]):
            rules = [PatternRule(f"n{number}", "atom", where) for number, where in enumerate(chosen)]
            assert ask(rules, [fact]) == {rule.name for rule in rules}

    def test_as_many_kinds_as_patterns(self) -> None:
        rules = [PatternRule(f"n{number}", f"kind {number}") for number in range(MAX_PATTERNS)]
        assert ask(rules, [{"kind": rule.kind} for rule in rules[::3]]) == {rule.name for rule in rules[::3]}

    def test_too_many_patterns(self) -> None:
        rules = [PatternRule("n", "atom", (("a", str(number)),)) for number in range(MAX_PATTERNS + 1)]
        with pytest.raises(DurableLimit, match=r"ruleset `3\.1` has 401 different patterns"):
            RuleHost({"3.1": rules}, "f")

    def test_one_pattern_in_two_orders_counts_once(self) -> None:
        wheres = [(("a", str(number)), ("b", "1")) for number in range(MAX_PATTERNS)]
        rules = [PatternRule("n", "atom", where) for where in [*wheres, *((second, first) for first, second in wheres)]]
        assert ask(rules, [{"kind": "atom", "a": "7", "b": "1"}]) == {"n"}

    def test_too_many_equalities(self) -> None:
        where = tuple((f"a{number}", "1") for number in range(MAX_EQUALITIES + 1))
        with pytest.raises(DurableLimit, match=r"rule `3\.1\.4` of ruleset `3` has 5 equalities"):
            RuleHost({"3": [PatternRule("3.1.4", "atom", where)]}, "f")

    def test_an_equality_said_twice_counts_once(self) -> None:
        where = tuple((f"a{number % MAX_EQUALITIES}", "1") for number in range(MAX_EQUALITIES * 2))
        assert ask([PatternRule("n", "atom", where)], [{"kind": "atom", **dict(where)}]) == {"n"}

    def test_too_many_fields(self) -> None:
        rules = [PatternRule("n", "atom", ((f"a{number}", "1"),)) for number in range(MAX_FIELDS + 1)]
        with pytest.raises(DurableLimit, match="ruleset `3` ask for more than 16 fields of kind `atom`"):
            RuleHost({"3": rules}, "f")

    def test_fields_are_counted_for_each_kind(self) -> None:
        rules = [
            PatternRule(f"{kind} {number}", kind, ((f"{kind} {number}", "1"),))
            for kind in ("atom", "clause", "criterion")
            for number in range(MAX_FIELDS)
        ]
        facts = [{"kind": kind} | {rule.name: "1" for rule in rules} for kind in ("atom", "criterion")]
        assert ask(rules, facts) == {rule.name for rule in rules if rule.kind != "clause"}


@needs_durable
class TestSessions:
    def test_many_calls_leave_nothing_behind(self) -> None:
        host = RuleHost({"only": [PatternRule(f"n{value}", "atom", (("a", str(value)),)) for value in range(5)]}, "f")
        for call in range(5000):
            value = str(call % 6)
            assert host.fired("only", [{"kind": "atom", "a": value}]) == ({f"n{value}"} if value != "5" else set())

    def test_two_hosts_of_one_fingerprint_do_not_meet(self) -> None:
        first = RuleHost({"only": [PatternRule("first", "atom", (("a", "1"),))]}, "f")
        second = RuleHost({"only": [PatternRule("second", "atom", (("a", "2"),))]}, "f")
        facts = [{"kind": "atom", "a": "1"}]
        assert first.fired("only", facts) == {"first"}
        assert second.fired("only", facts) == frozenset()
        del first
        assert second.fired("only", [*facts, {"kind": "atom", "a": "2"}]) == {"second"}

    def test_the_rules_are_given_back_with_the_host(self) -> None:
        host = RuleHost({"only": [PatternRule("n", "atom")]}, "f")
        registered = host._durable.get_ruleset(host._networks["only"].registered_name)
        assert registered.assert_fact({"sid": "s", "id": "f0", "t": "y"})
        del host
        gc.collect()
        with pytest.raises(Exception, match="Could not assert fact"):
            registered.assert_fact({"sid": "s", "id": "f1", "t": "y"})

    def test_no_thread_is_started(self) -> None:
        before = threading.enumerate()
        ask([PatternRule("n", "atom")], [{"kind": "atom"}])
        assert threading.enumerate() == before

    def test_threads_take_turns(self) -> None:
        host = RuleHost({"only": [PatternRule(f"n{value}", "atom", (("a", str(value)),)) for value in range(8)]}, "f")
        wrong: list[frozenset[str]] = []

        def work(value: int) -> None:
            answers = [host.fired("only", [{"kind": "atom", "a": str(value)}]) for _ in range(200)]
            wrong.extend(answer for answer in answers if answer != {f"n{value}"})

        threads = [threading.Thread(target=work, args=(value,)) for value in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_an_action_that_fails_is_a_failure_and_the_next_call_is_right(self) -> None:
        host = RuleHost({"only": [PatternRule("n", "atom")]}, "f")
        record = host._networks["only"].record
        sound = record.fired
        record.fired = Unwritable()
        with pytest.raises(
            DurableFailure, match=r'action of ruleset `only` failed in durable-rules: .*disk `é` is "full"'
        ):
            host.fired("only", [{"kind": "atom"}])
        record.fired = sound
        assert host.fired("only", [{"kind": "atom"}]) == {"n"}

    @pytest.mark.parametrize("lost", ["open", "f0", "close"])
    def test_a_fact_that_is_not_acknowledged_is_a_failure(self, lost: str) -> None:
        host = RuleHost({"only": [PatternRule("n", "atom")]}, "f")
        host._networks["only"].record.received = Forgetful(lost)
        with pytest.raises(DurableFailure, match="lost 1 of 1 facts of ruleset `only`"):
            host.fired("only", [{"kind": "atom"}])

    def test_an_error_of_the_library_is_a_failure_and_the_session_is_deleted(self) -> None:
        host = RuleHost({"only": [PatternRule("n", "atom")]}, "f")
        network = host._networks["only"]
        for call in range(2000):
            with pytest.raises(DurableFailure, match="failed on ruleset `only`: MessageObservedException"):
                host._converse(network, f"x{call}", [{"k": "k0", "id": "open"}])
        assert host.fired("only", [{"kind": "atom"}]) == {"n"}


class Unwritable(set[int]):
    def add(self, _: int) -> None:
        raise OSError('disk `é` is "full"\n')


class Forgetful(set[str]):
    def __init__(self, lost: str) -> None:
        super().__init__()
        self.lost = lost

    def add(self, element: str) -> None:
        if element != self.lost:
            super().add(element)


def run_without(module: str, code: str) -> str:
    """Run the code in a fresh interpreter that cannot import the module; return what it prints."""
    hidden = f"import sys\nsys.modules[{module!r}] = None\n"
    command = [sys.executable, "-W", "error", "-c", hidden + textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert done.stderr == ""
    return done.stdout


class TestAvailability:
    @pytest.mark.parametrize("module", ["durable", "durable_rules_engine"])
    def test_without_the_library_the_module_still_imports_and_says_why(self, module: str) -> None:
        printed = run_without(
            module,
            """
            from engine.evaluate.durable_host import is_available, unavailable_reason
            from engine.evaluate.durable_host import DurableFailure, PatternRule, RuleHost
            print(is_available(), unavailable_reason())
            try:
                RuleHost({"only": [PatternRule("n", "atom")]}, "f")
            except DurableFailure as fault:
                print(fault)
            """,
        )
        first, second = printed.splitlines()
        assert first.startswith("False durable-rules cannot be imported: import of durable")
        assert second.startswith("durable-rules did not take the rules: ModuleNotFoundError")

    def test_nothing_is_imported_before_it_is_asked_for(self) -> None:
        code = "import engine.evaluate.durable_host\nprint('durable' in sys.modules)"
        assert run_without("unrelated", code) == "False\n"

    @needs_durable
    def test_with_the_library_there_is_no_reason(self) -> None:
        assert unavailable_reason() is None
