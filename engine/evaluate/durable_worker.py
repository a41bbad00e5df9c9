"""The durable-rules host in a process of its own: when its C code crashes or hangs, one question is lost and no more.

For batches of packs that nobody vouches for. The process starts once, which costs far more than each question after it.
"""

import multiprocessing
import signal
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Event, Timer
from typing import Self

from engine.evaluate.durable_host import DurableFailure, DurableLimit, PatternRule, RuleHost

_Rulesets = Mapping[str, Sequence[PatternRule]]
_Answer = frozenset[str] | DurableFailure | DurableLimit | KeyError


class IsolatedRuleHost:
    """A `RuleHost` asked across a process boundary, by one thread. A context manager; `close` ends the process."""

    def __init__(self, rulesets: _Rulesets, fingerprint: str, timeout: float) -> None:
        """Keep the rules for the worker process, which the first question starts.

        `timeout` is in seconds and holds for one question, the start of the process included.
        """
        self._rulesets = {name: tuple(rules) for name, rules in rulesets.items()}
        self._fingerprint = fingerprint
        self._timeout = timeout
        self._worker: tuple[SpawnProcess, Connection] | None = None

    def fired(self, ruleset: str, facts: Collection[Mapping[str, str]]) -> frozenset[str]:
        """Return what `RuleHost.fired` returns; raise what it and its constructor raise.

        Raises `DurableFailure` also when the process ended or did not answer in time; the next question starts another.
        """
        process, connection = self._worker = self._worker or self._start()
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        # A timer that ends the process, not a time limit on reading: writing to a process that hangs blocks as well.
        alarm = Timer(self._timeout, give_up)
        alarm.start()
        answer: _Answer | None = None
        try:
            with suppress(EOFError, OSError):
                connection.send((ruleset, [dict(fact) for fact in facts]))
                answer = connection.recv()
        finally:
            alarm.cancel()
            alarm.join()
            if answer is None or late.is_set():
                self.close()
        if answer is None:
            cause = f"no answer in {self._timeout:g} s" if late.is_set() else "its process ended"
            raise DurableFailure(f"durable-rules failed on ruleset `{ruleset}`: {cause}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the worker process, if there is one."""
        if self._worker:
            process, connection = self._worker
            self._worker = None
            connection.close()
            process.kill()
            process.join()
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> tuple[SpawnProcess, Connection]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._rulesets, self._fingerprint), daemon=True)
        process.start()
        theirs.close()
        return process, ours


def _serve(connection: Connection, rulesets: _Rulesets, fingerprint: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that asks; it ends this one
    host: RuleHost | None = None
    with suppress(EOFError):
        while True:
            ruleset, facts = connection.recv()
            answer: _Answer
            try:
                host = host or RuleHost(rulesets, fingerprint)
                answer = host.fired(ruleset, facts)
            except (DurableFailure, DurableLimit, KeyError) as fault:
                answer = fault
            connection.send(answer)
