import os
import signal
from collections.abc import Iterator

import pytest

from engine.evaluate.durable_host import MAX_PATTERNS, DurableFailure, DurableLimit, PatternRule, is_available
from engine.evaluate.durable_worker import IsolatedRuleHost

pytestmark = pytest.mark.skipif(not is_available(), reason="durable-rules is not installed")

RULES = {"only": [PatternRule("n", "atom", (("a", "1"),))]}
FACTS = [{"kind": "atom", "a": "1"}]
AMPLE = 60.0


def worker_id(host: IsolatedRuleHost) -> int:
    assert host._worker is not None
    assert host._worker[0].pid is not None
    return host._worker[0].pid


@pytest.fixture
def host() -> Iterator[IsolatedRuleHost]:
    with IsolatedRuleHost(RULES, "f", AMPLE) as made:
        yield made


def test_answers_like_the_host(host: IsolatedRuleHost) -> None:
    assert host.fired("only", FACTS) == {"n"}
    first = worker_id(host)
    assert host.fired("only", []) == frozenset()
    assert worker_id(host) == first
    with pytest.raises(KeyError, match="absent"):
        host.fired("absent", FACTS)
    assert worker_id(host) == first


def test_a_crash_costs_one_question(host: IsolatedRuleHost) -> None:
    assert host.fired("only", FACTS) == {"n"}
    os.kill(worker_id(host), signal.SIGSEGV)
    with pytest.raises(DurableFailure, match="failed on ruleset `only`: its process ended"):
        host.fired("only", FACTS)
    assert host.fired("only", FACTS) == {"n"}


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_a_hang_costs_one_question(host: IsolatedRuleHost, size: int) -> None:
    assert host.fired("only", FACTS) == {"n"}
    os.kill(worker_id(host), signal.SIGSTOP)
    host._timeout = 0.2
    with pytest.raises(DurableFailure, match=r"failed on ruleset `only`: no answer in 0.2 s"):
        host.fired("only", [{"kind": "atom", "a": "x" * size}])
    host._timeout = AMPLE
    assert host.fired("only", FACTS) == {"n"}


def test_an_interrupt_is_left_to_the_process_that_asks(host: IsolatedRuleHost) -> None:
    assert host.fired("only", FACTS) == {"n"}
    first = worker_id(host)
    os.kill(first, signal.SIGINT)
    assert host.fired("only", FACTS) == {"n"}
    assert worker_id(host) == first


def test_limits_reach_the_one_who_asks() -> None:
    rules = [PatternRule("n", "atom", (("a", str(number)),)) for number in range(MAX_PATTERNS + 1)]
    with (
        IsolatedRuleHost({"only": rules}, "f", AMPLE) as host,
        pytest.raises(DurableLimit, match="401 different patterns"),
    ):
        host.fired("only", FACTS)


def test_close_ends_the_process_and_may_be_said_twice(host: IsolatedRuleHost) -> None:
    host.fired("only", FACTS)
    worker = worker_id(host)
    host.close()
    host.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
