"""The one door to durable-rules 2.0.28: rules with one pattern of equalities in, the names of those that fired out.

Used freely, durable-rules loses facts silently or ends the process. This module keeps to the part of it that was
measured to be right, and takes its word for nothing: a rule of our own acknowledges every fact sent, and a call in
which an acknowledgement is missing fails. No text of the caller reaches the C code. Short ASCII tokens stand for kinds,
fields and values, so that no length, encoding, number-like text or reserved name can matter there.

`durable` is imported on first use and nowhere else. It needs a C compiler to install and does not import on Python
3.13, so whoever uses this asks `is_available` first and does without it otherwise.
"""

import hashlib
import threading
import weakref
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# The C code keeps the conditions below one node in an open hash table of 512 slots and loops for ever when it is full.
MAX_PATTERNS = 400
MAX_EQUALITIES = 4
# The C code walks the conditions that one fact matches with a stack of 64. A fact has one value for a field and rules
# name their fields in one order, so the walk over F fields and four equalities holds at most 4F - 8 of them: 56.
MAX_FIELDS = 16

# `durable` has no types. Whatever comes from it is marked with this name, and none of it leaves this module.
_Untyped = Any


class DurableLimit(ValueError):  # noqa: N818
    """The rules are more than durable-rules holds safely; the text says which ruleset, which limit and what to do."""


class DurableFailure(RuntimeError):  # noqa: N818
    """durable-rules is missing, raised an error, or did not account for every fact: there is no result."""


@dataclass(frozen=True, slots=True)
class PatternRule:
    """Fires when one fact is of this `kind` and has every equality of `where`.

    `name` is what is reported. `where` holds pairs of field and value, at most `MAX_EQUALITIES` different ones; neither
    their order nor repetition means anything. Rules may share a name or a pattern. Every string may be any text.
    """

    name: str
    kind: str
    where: tuple[tuple[str, str], ...] = ()


def unavailable_reason() -> str | None:
    """Say why durable-rules cannot be used here, or None when it can."""
    try:
        _durable_engine()
    except ImportError as fault:
        return f"durable-rules cannot be imported: {fault}"
    return None


def is_available() -> bool:
    """Tell whether durable-rules can be used here."""
    return unavailable_reason() is None


class RuleHost:
    """Rulesets registered once with durable-rules, each of them to be asked any number of times.

    Hosts share nothing. One host may be used from several threads; they take turns. Memory inside durable-rules is
    given back when the host is collected.
    """

    def __init__(self, rulesets: Mapping[str, Sequence[PatternRule]], fingerprint: str) -> None:
        """Register the rulesets under names that carry the `fingerprint` of the framework they come from.

        Raises `DurableLimit` when a ruleset has more than `MAX_PATTERNS` different patterns, a rule more than
        `MAX_EQUALITIES`, or the rules for one kind of fact name more than `MAX_FIELDS` fields. Raises `DurableFailure`
        when durable-rules is not available or refuses the rules.
        """
        self._networks = {
            name: network
            for index, (name, rules) in enumerate(sorted(rulesets.items()))
            if (network := _compile(name, _registered_name(fingerprint, index), rules)).patterns
        }
        self._known = frozenset(rulesets)
        self._calls = 0
        self._turn = threading.Lock()
        self._durable = _register(self._networks.values())
        weakref.finalize(self, _release, self._durable).atexit = False

    def fired(self, ruleset: str, facts: Collection[Mapping[str, str]]) -> frozenset[str]:
        """Return the names of the rules of `ruleset` that fire for these facts; each fact names its kind as `kind`.

        The order of facts and whatever no rule asks for are without effect. Raises `KeyError` for an unknown ruleset
        and `DurableFailure` when durable-rules did not process everything.
        """
        if ruleset not in self._known:
            raise KeyError(ruleset)
        network = self._networks.get(ruleset)
        messages = network.translate(facts) if network else []
        if not network or not messages:
            return frozenset()
        with self._turn:
            self._calls += 1
            self._converse(network, f"s{self._calls}", messages)
            return frozenset().union(*(network.patterns[index] for index in network.record.fired))

    def _converse(self, network: "_Network", sid: str, messages: Sequence[Mapping[str, str]]) -> None:
        """Hold one session: an opening fact, the facts, a closing fact that runs whatever were still pending."""
        network.record.clear()
        # Outside the try: deleting a session in which nothing fired yet ends the process.
        self._send(network, sid, {"open": {}})
        try:
            self._send(network, sid, {f"f{number}": message for number, message in enumerate(messages)})
            self._send(network, sid, {"close": {}})
        finally:
            self._durable.delete_state(network.registered_name, sid)

    def _send(self, network: "_Network", sid: str, messages: Mapping[str, Mapping[str, str]]) -> None:
        batch = [{"id": key, "sid": sid, "t": "y", **message} for key, message in messages.items()]
        try:
            state = self._durable.assert_facts(network.registered_name, batch)
        except Exception as fault:
            raise DurableFailure(f"durable-rules failed on ruleset `{network.name}`: {fault!r}") from fault
        if state and "exception" in state:
            cause = str(state["exception"]).partition(", traceback ")[0]
            raise DurableFailure(f"an action of ruleset `{network.name}` failed in durable-rules: {cause}")
        if lost := messages.keys() - network.record.received:
            raise DurableFailure(f"durable-rules lost {len(lost)} of {len(batch)} facts of ruleset `{network.name}`")


@dataclass(slots=True)
class _Record:
    """What the actions of one session noted: the patterns that fired, and the ids of the facts that arrived."""

    fired: set[int] = field(default_factory=set)
    received: set[str] = field(default_factory=set)

    def clear(self) -> None:
        self.fired.clear()
        self.received.clear()


@dataclass(frozen=True, slots=True)
class _Network:
    """One ruleset in the form that durable-rules gets it, and the way back from its tokens.

    `patterns` holds for each different pattern the names of the rules that have it: a pattern is registered once, which
    keeps clear of the limit of 255 rules on one condition. `guards` gives the token of each kind, and `asked` the
    message property for each (kind, field, value) that a rule asks for.
    """

    name: str
    registered_name: str
    patterns: tuple[frozenset[str], ...]
    guards: Mapping[str, str]
    asked: Mapping[tuple[str, str, str], tuple[str, str]]
    definition: Mapping[str, Mapping[str, object]]
    record: _Record

    def translate(self, facts: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
        """Reduce facts to the different messages that can matter to a rule, in one order whatever that of the facts."""
        messages = set()
        for fact in facts:
            kind = fact.get("kind")
            if kind is not None and kind in self.guards:
                asked = (self.asked.get((kind, *item)) for item in fact.items())
                messages.add((("k", self.guards[kind]), *sorted(pair for pair in asked if pair)))
        return [dict(message) for message in sorted(messages)]


_Pattern = tuple[str, tuple[tuple[str, str], ...]]


def _compile(name: str, registered_name: str, rules: Iterable[PatternRule]) -> _Network:
    names: dict[_Pattern, set[str]] = {}
    for rule in rules:
        names.setdefault((rule.kind, tuple(sorted(set(rule.where)))), set()).add(rule.name)
    _refuse_excess(name, names)
    patterns = sorted(names)
    guards = _tokens("k", (kind for kind, _ in patterns))
    fields = _tokens("a", (asked for _, where in patterns for asked, _ in where))
    values = _tokens("v", (value for _, where in patterns for _, value in where))
    record = _Record()
    definition = {
        f"r{index}": _rule(
            [("k", guards[kind]), *((fields[asked], values[value]) for asked, value in where)],
            _note_firing(record, index),
        )
        for index, (kind, where) in enumerate(patterns)
    }
    return _Network(
        name=name,
        registered_name=registered_name,
        patterns=tuple(frozenset(names[pattern]) for pattern in patterns),
        guards=guards,
        asked={(kind, *pair): (fields[pair[0]], values[pair[1]]) for kind, where in patterns for pair in where},
        definition=definition | {"receipt": _rule([("t", "y")], _note_receipt(record))},
        record=record,
    )


def _refuse_excess(name: str, names: Mapping[_Pattern, Collection[str]]) -> None:
    if len(names) > MAX_PATTERNS:
        raise DurableLimit(
            f"ruleset `{name}` has {len(names)} different patterns, durable-rules holds {MAX_PATTERNS}; "
            "split it into several rulesets"
        )
    fields: dict[str, set[str]] = {}
    for (kind, where), rules in sorted(names.items()):
        if len(where) > MAX_EQUALITIES:
            raise DurableLimit(
                f"rule `{min(rules)}` of ruleset `{name}` has {len(where)} equalities, more than {MAX_EQUALITIES}; "
                "decide some of them before the facts reach the rules"
            )
        fields.setdefault(kind, set()).update(asked for asked, _ in where)
        if len(fields[kind]) > MAX_FIELDS:
            raise DurableLimit(
                f"the rules of ruleset `{name}` ask for more than {MAX_FIELDS} fields of kind `{kind}`; "
                "split it into several rulesets"
            )


def _tokens(prefix: str, texts: Iterable[str]) -> dict[str, str]:
    return {text: f"{prefix}{number}" for number, text in enumerate(sorted(set(texts)))}


def _rule(conditions: Iterable[tuple[str, str]], run: Callable[[_Untyped], None]) -> dict[str, object]:
    return {"all": [{"m": {"$and": [{asked: value} for asked, value in conditions]}}], "run": run}


# Exactly one parameter each: durable-rules takes an action with two, a default included, for an asynchronous one.
def _note_firing(record: _Record, index: int) -> Callable[[_Untyped], None]:
    def note(_context: _Untyped) -> None:
        record.fired.add(index)

    return note


def _note_receipt(record: _Record) -> Callable[[_Untyped], None]:
    def note(context: _Untyped) -> None:
        record.received.add(context.m.id)

    return note


def _registered_name(fingerprint: str, index: int) -> str:
    # A digest, because durable-rules gives `$state` and `$flow` in a name a meaning.
    return f"{hashlib.sha256(fingerprint.encode(errors='surrogatepass')).hexdigest()[:16]}-{index}"


def _durable_engine() -> _Untyped:
    from durable import engine  # noqa: PLC0415 - on first use: the product is whole without it

    return engine


def _register(networks: Iterable[_Network]) -> _Untyped:
    try:
        engine = _durable_engine()
        # `_run` starts the two timer threads that would run actions at times of their own.
        host = type("ThreadFreeHost", (engine.Host,), {"_run": lambda _self: None})()
        for network in networks:
            host.register_rulesets({network.registered_name: dict(network.definition)})
    except Exception as fault:
        raise DurableFailure(f"durable-rules did not take the rules: {fault!r}") from fault
    return host


def _release(host: _Untyped) -> None:
    for ruleset in host._ruleset_list:  # noqa: SLF001 - durable-rules frees no ruleset by itself
        _durable_engine().durable_rules_engine.delete_ruleset(ruleset._handle)  # noqa: SLF001
