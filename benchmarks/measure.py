"""Speed and memory of determining: `python -m benchmarks.measure` prints a Markdown table of each.

Packs are made from the rules themselves, the same ones on every machine: the smallest fact for a part of a rule, then
some fields left out, some other words, dates, and references. All stages of one run take the same pack in one process,
so that their ratios hold on a slow or a busy machine.
"""

import gc
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import yaml

from engine.determine import DURABLE
from engine.evaluate.durable_chain import DurableChain
from engine.evaluate.durable_host import is_available
from engine.evaluate.fact_base import stand_on
from engine.evaluate.reference import evaluate
from engine.exemplify import as_written, least_values
from engine.levels import LevelGraph
from engine.loading.frameworks import load_framework
from engine.loading.packs import read_pack
from engine.loading.source_text import parse
from engine.model.change import Stated
from engine.model.criterion import Criterion, Part
from engine.model.framework import Framework
from evidence_schemas.catalogue import fact_types
from rules import framework_folder

FRAMEWORK = "apcc-2024"
AS_AT = date(2024, 3, 31)
SIZES = (50, 300, 2_000)
SEED = 20_240_331
RUNS = 9
STARTS = 11
ROOT = Path(__file__).parents[1]
COMMAND = str(Path(sys.executable).with_name("spiritlevel"))
CLEVELAND = ROOT / "examples" / "cleveland-2021-22"
READ, VALIDATE, REFERENCE, LEVELS = "text to nodes", "validate", "reference evaluation", "levels"
STAGES = (READ, VALIDATE, REFERENCE, DURABLE, LEVELS)

# What is done to one in so many fields or facts of a generated pack.
LEFT_OUT = 6
OTHER_WORD = 6
DATED = 3
DISPUTED = 40

_PEAK_OF_CHILD = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)

ResultT = TypeVar("ResultT")
Written = dict[str, object]


@dataclass(frozen=True, slots=True)
class Run:
    """The seconds that each stage took on one pack."""

    seconds: dict[str, float]

    @property
    def loading(self) -> float:
        """Parsing and validating together."""
        return self.seconds[READ] + self.seconds[VALIDATE]


@dataclass(frozen=True, slots=True)
class Spent:
    """The seconds that a process took, on the clock and of the processor."""

    wall: float
    processor: float


def main() -> None:
    """Measure everything and print it."""
    gc.disable()  # as the command itself does
    framework = load_framework(framework_folder(FRAMEWORK))
    runs = measure(framework, {size: pack_text(framework, size).encode() for size in SIZES})
    tables = (about(framework), stages(runs), ratios(runs), processes(framework))
    sys.stdout.write("\n".join("".join(f"{line}\n" for line in table) for table in tables))


def about(framework: Framework) -> Iterator[str]:
    """Say what was measured on what."""
    parts = sum(len(criterion.parts()) for criterion in framework.criteria)
    machine = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
    yield f"{len(framework.criteria)} criteria with {parts} parts; {machine}; medians of {RUNS} runs."


def pack_text(framework: Framework, size: int, seed: int = SEED) -> str:
    """Give a pack of exactly `size` facts as YAML, the same on every call."""
    facts = _facts(framework, random.Random(seed))  # noqa: S311 - no secret
    pack = {
        "pack": "1",
        "organisation": "Office for Example Valley",
        "framework": framework.id,
        "as_at": AS_AT.isoformat(),
        "documents": [{"id": "D1", "title": "Annual report"}],
        "facts": [next(facts) for _ in range(size)],
    }
    return yaml.dump(pack, sort_keys=False, allow_unicode=True)


def _facts(framework: Framework, chance: random.Random) -> Iterator[Written]:
    """Facts without end: for one criterion after another, in an order that is shuffled anew each time round."""
    number = 0
    while True:
        for criterion in chance.sample(framework.criteria, len(framework.criteria)):
            named: dict[str, str] = {}
            for part in _stated(criterion, chance):
                number += 1
                fact = _varied(part, f"F{number}", named, chance)
                if part.name:
                    named[part.name] = f"F{number}"
                yield fact
                if chance.randrange(DISPUTED) == 0:
                    number += 1
                    yield _sourced({"id": f"F{number}", "kind": "dispute", "disputes": [fact["id"]]}, chance)


def _stated(criterion: Criterion, chance: random.Random) -> Iterator[Part]:
    """The parts of the criterion that the pack says something of; a part that is referred to is always among them."""
    for part in criterion.parts():
        if part.name or chance.randrange(LEFT_OUT):
            yield part


def _varied(part: Part, fact_id: str, named: dict[str, str], chance: random.Random) -> Written:
    fields = fact_types()[part.kind].fields
    values: dict[str, Stated] = {}
    for name, value in least_values(part, AS_AT).items():
        vocabulary = fields[name].vocabulary
        if chance.randrange(LEFT_OUT) == 0:
            continue
        if vocabulary and chance.randrange(OTHER_WORD) == 0:
            word = chance.choice(list(vocabulary)).value
            values[name] = (word,) if isinstance(value, tuple) else word
        else:
            values[name] = _day(chance) if fields[name].shape == "day" else value
    for name, field in fields.items():
        if field.dating in {"occurs", "later"} and chance.randrange(DATED) == 0:
            values.setdefault(name, _day(chance))
    return _sourced(as_written(fact_id, part.kind, values, [named[name] for name in part.about]), chance)


def _day(chance: random.Random) -> str:
    return (AS_AT - timedelta(days=chance.randrange(-30, 900))).isoformat()


def _sourced(fact: Written, chance: random.Random) -> Written:
    place = f"section {chance.randrange(1, 30)}, page {chance.randrange(1, 90)}"
    return {**fact, "source": {"document": "D1", "locator": place, "quote": "as the report says in so many words"}}


def measure(framework: Framework, packs: dict[int, bytes]) -> dict[int, list[Run]]:
    """Take all packs through every stage, several times; the first time is not counted.

    The sizes take turns, so that a machine that slows down slows all of them.
    """
    chain = DurableChain(framework) if is_available() else None
    levels = LevelGraph.of(framework)
    rounds = [{size: _run(framework, data, chain, levels) for size, data in packs.items()} for _ in range(RUNS + 1)]
    return {size: [runs[size] for runs in rounds[1:]] for size in packs}


def _run(framework: Framework, data: bytes, chain: DurableChain | None, levels: LevelGraph) -> Run:
    reading, _ = timed(lambda: parse(data, "pack.yaml"))
    loading, loaded = timed(lambda: read_pack({"pack.yaml": data}))
    judging, findings = timed(lambda: evaluate(framework, stand_on(loaded.pack, AS_AT)))
    verdicts = {finding.id: finding.verdict for finding in findings}
    seconds = {READ: reading, VALIDATE: loading - reading, REFERENCE: judging}
    if chain is not None:
        seconds[DURABLE], _ = timed(lambda: chain.run(findings))
    seconds[LEVELS], _ = timed(lambda: levels.determine(verdicts))
    return Run(seconds)


def timed(work: Callable[[], ResultT]) -> tuple[float, ResultT]:
    """Do it, and say how many seconds it took."""
    began = perf_counter()
    result = work()
    return perf_counter() - began, result


def stages(runs: dict[int, list[Run]]) -> Iterator[str]:
    """Give the median of each stage in milliseconds, and how it grows from the second size to the third."""
    yield f"| stage, ms | {_sizes()} | growth {SIZES[1]} to {SIZES[2]:,} (linear: {SIZES[2] / SIZES[1]:.1f}) |"
    yield f"|---|{'---:|' * (len(SIZES) + 1)}"
    for stage in STAGES:
        if stage in runs[SIZES[0]][0].seconds:
            cells = " | ".join(f"{median(run.seconds[stage] for run in runs[size]) * 1000:.1f}" for size in SIZES)
            pairs = zip(runs[SIZES[1]], runs[SIZES[2]], strict=True)
            growth = median(larger.seconds[stage] / smaller.seconds[stage] for smaller, larger in pairs)
            yield f"| {stage} | {cells} | {growth:.1f} |"


def ratios(runs: dict[int, list[Run]]) -> Iterator[str]:
    """Give the medians of the ratios, each ratio taken within one run."""
    yield f"| ratio | {_sizes()} | aim |"
    yield f"|---|{'---:|' * len(SIZES)}---|"
    loading = _medians(runs, lambda run: run.seconds[REFERENCE] / run.loading)
    yield f"| {REFERENCE} / ({READ} + {VALIDATE}) | {loading} | at most 0.5 |"
    if DURABLE in runs[SIZES[0]][0].seconds:
        chaining = _medians(runs, lambda run: run.seconds[DURABLE] / run.seconds[REFERENCE])
        yield f"| {DURABLE} / {REFERENCE} | {chaining} | none |"


def _sizes() -> str:
    return " | ".join(f"{size:,} facts" for size in SIZES)


def _medians(runs: dict[int, list[Run]], ratio: Callable[[Run], float]) -> str:
    return " | ".join(f"{median(ratio(run) for run in runs[size]):.2f}" for size in SIZES)


def processes(framework: Framework) -> Iterator[str]:
    """Give what a whole process takes: the cold start above bare Python, and the peak of memory."""
    command = [COMMAND, "assess"]
    starts = [(spent([*command, str(CLEVELAND)]), spent([sys.executable, "-c", "pass"])) for _ in range(STARTS + 1)]
    wall = median(ours.wall - bare.wall for ours, bare in starts[1:])
    processor = median(ours.processor - bare.processor for ours, bare in starts[1:])
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "pack.yaml"
        pack.write_text(pack_text(framework, SIZES[-1]), encoding="utf-8")
        peak = peak_kilobytes([*command, str(pack)])
    yield "| whole process | measured | aim |"
    yield "|---|---:|---|"
    yield f"| `assess` on the Cleveland pack, above `python -c pass` | {wall:.2f} s | under 0.5 s |"
    yield f"| the same in processor time | {processor:.2f} s | none |"
    yield f"| peak memory of `assess` at {SIZES[-1]:,} facts | {peak * 1024 / 1_000_000:.0f} MB | under 100 MB |"


def spent(command: Sequence[str]) -> Spent:
    """Run a command, and say how many seconds it took."""
    before, began = os.times(), perf_counter()
    _output(command)
    wall, after = perf_counter() - began, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, processor)


def peak_kilobytes(command: Sequence[str]) -> int:
    """The peak of a command, asked for by a small process: a child begins with the peak of whoever starts it."""
    return int(_output([sys.executable, "-c", _PEAK_OF_CHILD, *command]))


def _output(command: Sequence[str]) -> str:
    """Run a command as an installed one runs: with its compiled modules kept from one start to the next."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ended = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603 - ours
    return ended.stdout


if __name__ == "__main__":
    main()
