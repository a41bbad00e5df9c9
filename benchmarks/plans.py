"""Speed and memory of planning: `python -m benchmarks.plans` prints a Markdown table of each.

The packs are those of `benchmarks.measure`, with several seeds. Every target is planned for by a planner of its own, as
the command does it, and each ratio is to loading the framework in the same round. The times inside the process are of
the processor, which a busy machine distorts least; whole commands are told in both.
"""

import gc
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.measure import AS_AT, COMMAND, FRAMEWORK, SEED, Spent, about, pack_text, peak_kilobytes, spent
from engine.loading.efforts import EFFORTS_FILE, load_efforts
from engine.loading.frameworks import load_framework
from engine.loading.packs import read_pack
from engine.model.framework import Framework
from engine.model.plan import Efforts, Target
from engine.plan.planner import Planner
from engine.plan.targets import level_target
from evidence_schemas.pack import EvidencePack
from rules import framework_folder

SIZES = (0, 50, 300)
SEEDS = tuple(range(SEED, SEED + 5))
BUDGETS = (30, 100)
THEME = "9"
SETS = 10
STARTS = 5
TARGET_SECONDS = 0.2
COMMAND_SECONDS = 1.5
THEMES, SECTIONS, ALL = "a theme", "a section", "all sections"
UNMET = ((1, 5), (6, 10), (11, 20), (21, 50), (51, 100), (101, 213))

COMMANDS = (
    "next PACK",
    "next PACK --format json",
    "next PACK --to advancing",
    "next PACK --to advancing --format json",
    *(f"next PACK --budget {budget}" for budget in BUDGETS),
    f"next PACK --theme {THEME} --to advancing --all --limit {SETS}",
    "what-if PACK --answer employees=100",
    "fragile PACK",
    "why PACK 1.1.1",
    "assess PACK",
)

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Planned:
    """One target planned for: the seconds of the planner and of the plan, beside those of loading the framework."""

    sort: str
    level: str
    unmet: int
    planner: Spent
    plan: Spent
    loading: Spent

    @property
    def whole(self) -> float:
        """The processor seconds from a pack that is read to the plan."""
        return self.planner.processor + self.plan.processor


def main() -> None:
    """Measure everything and print it."""
    gc.disable()  # as the command itself does
    framework = load_framework(framework_folder(FRAMEWORK))
    efforts = load_efforts(framework_folder(FRAMEWORK) / EFFORTS_FILE)
    planned, searched = measure(framework, efforts)
    commands = run_commands(framework)
    tables = (
        (next(about(framework)).replace("medians of 9 runs", f"{len(SEEDS)} packs of each size"),),
        targets(framework, planned),
        aims(planned, commands),
        growth(planned),
        searches(searched),
        command_table(commands),
    )
    sys.stdout.write("\n".join("".join(f"{line}\n" for line in table) for table in tables))


Searched = dict[tuple[str, int], list[float]]


def measure(framework: Framework, efforts: Efforts) -> tuple[dict[int, list[Planned]], Searched]:
    """Plan for every target with every pack, and search; the sizes take turns. One plan beforehand is not counted."""
    planned: dict[int, list[Planned]] = defaultdict(list)
    searched: Searched = defaultdict(list)
    Planner(framework, _pack(framework, 0, SEED), AS_AT, efforts).plan(level_target(framework, framework.levels[-1].id))
    for seed in SEEDS:
        for size in SIZES:
            pack = _pack(framework, size, seed)
            loading, _ = timed(partial(load_framework, framework_folder(FRAMEWORK)))
            planned[size] += _plan_for_each(framework, pack, efforts, loading)
            for name, seconds in _search(framework, pack, efforts):
                searched[name, size].append(seconds)
    return planned, searched


def _pack(framework: Framework, size: int, seed: int) -> EvidencePack:
    return read_pack({"pack.yaml": pack_text(framework, size, seed).encode()}).pack


def _plan_for_each(framework: Framework, pack: EvidencePack, efforts: Efforts, loading: Spent) -> Iterator[Planned]:
    for sort, target in _targets(framework):
        making, planner = timed(partial(Planner, framework, pack, AS_AT, efforts))
        unmet = sum(not planner.findings[id_].verdict.counts for id_ in target.criteria)
        planning, _ = timed(partial(planner.plan, target))
        yield Planned(sort, str(target.level), unmet, making, planning, loading)


def _targets(framework: Framework) -> Iterator[tuple[str, Target]]:
    for level in framework.levels[1:]:
        yield from ((THEMES, level_target(framework, level.id, theme=theme.id)) for theme in framework.themes)
        yield from ((SECTIONS, level_target(framework, level.id, section=section.id)) for section in framework.sections)
        yield ALL, level_target(framework, level.id)


def _search(framework: Framework, pack: EvidencePack, efforts: Efforts) -> Iterator[tuple[str, float]]:
    """What takes more than one plan: what a budget buys, every smallest set, the effort under each answer."""
    top = framework.levels[-1].id
    everything, theme = level_target(framework, top), level_target(framework, top, theme=THEME)
    for budget in BUDGETS:
        planner = Planner(framework, pack, AS_AT, efforts)
        buying, found = timed(partial(planner.bargain, everything, budget))
        yield f"the most for an effort of {budget}{'' if found.plan.proven else ' (not proven)'}", buying.processor
    planner = Planner(framework, pack, AS_AT, efforts)
    yield f"{SETS} smallest sets for theme {THEME}", timed(partial(planner.smallest_sets, theme, SETS))[0].processor
    yield "the effort under each open answer", timed(partial(planner.effort_if, everything))[0].processor


def timed(work: Callable[[], ResultT]) -> tuple[Spent, ResultT]:
    """Do it, and say how many seconds it took, on the clock and of the processor."""
    began, before = perf_counter(), process_time()
    result = work()
    return Spent(perf_counter() - began, process_time() - before), result


def targets(framework: Framework, planned: dict[int, list[Planned]]) -> Iterator[str]:
    """Give the median and the 95th percentile for each sort of target."""
    yield f"| processor ms, median / 95 % | {_sizes()} |"
    yield _rule(len(SIZES))
    yield _row("loading the framework", ([one.loading.processor for one in planned[size]] for size in SIZES))
    yield _row("`Planner(...)`", ([one.planner.processor for one in planned[size]] for size in SIZES))
    for sort in (THEMES, SECTIONS, ALL):
        for level in framework.levels[1:]:
            chosen = {size: [p for p in planned[size] if (p.sort, p.level) == (sort, level.id)] for size in SIZES}
            name = f"`.plan`, {sort} to {level.name}"
            yield _row(name, ([one.plan.processor for one in chosen[size]] for size in SIZES))
    cells = (f"{median(one.whole / one.loading.processor for one in planned[size]):.2f}" for size in SIZES)
    yield f"| planner and plan / loading, median ratio | {' | '.join(cells)} |"
    cells = (f"{_high([one.whole / one.loading.processor for one in planned[size]]):.2f}" for size in SIZES)
    yield f"| the same, 95 % | {' | '.join(cells)} |"


def aims(planned: dict[int, list[Planned]], commands: dict[tuple[str, int], list[Spent]]) -> Iterator[str]:
    """Give what the aims are held against."""
    every = [one for some in planned.values() for one in some]
    slow = [one for one in every if one.whole >= TARGET_SECONDS]
    wall = [one.planner.wall + one.plan.wall for one in every]
    default = max(median(run.wall for run in commands[COMMANDS[0], size]) for size in SIZES)
    slowest = max(median(run.wall for run in runs) for runs in commands.values())
    yield "| aim | measured |"
    yield "|---|---|"
    yield (
        f"| 95 % of targets under {TARGET_SECONDS * 1000:.0f} ms | {1 - len(slow) / len(every):.1%} of {len(every)}; "
        f"95 % take at most {_high([one.whole for one in every]) * 1000:.0f} ms of the processor, "
        f"{_high(wall) * 1000:.0f} ms on the clock |"
    )
    yield f"| slower than that | {_told_slow(slow)} |"
    yield f"| whole command under {COMMAND_SECONDS} s | `next` {default:.2f} s at most, the slowest {slowest:.2f} s |"


def _told_slow(slow: Sequence[Planned]) -> str:
    return ", ".join(sorted({f"{one.sort} to {one.level}" for one in slow})) or "none"


def growth(planned: dict[int, list[Planned]]) -> Iterator[str]:
    """Give the median of a plan by how many criteria of the target are unmet."""
    yield f"| unmet criteria | {_sizes()} |"
    yield _rule(len(SIZES))
    for least, most in UNMET:
        chosen = ([one.plan.processor for one in planned[size] if least <= one.unmet <= most] for size in SIZES)
        yield _row(f"{least} to {most}", chosen)


def searches(searched: Searched) -> Iterator[str]:
    """Give the median and the worst of what takes more than one plan."""
    yield f"| processor ms, median / worst | {_sizes()} |"
    yield _rule(len(SIZES))
    for name in dict.fromkeys(name for name, _ in searched):
        cells = (
            f"{median(seconds) * 1000:.0f} / {max(seconds) * 1000:.0f}" if seconds else "none"
            for seconds in (searched.get((name, size), []) for size in SIZES)
        )
        yield f"| {name} | {' | '.join(cells)} |"


def run_commands(framework: Framework) -> dict[tuple[str, int], list[Spent]]:
    """Run every command on a pack of each size, several times; they take turns."""
    with tempfile.TemporaryDirectory() as folder:
        packs = _written(framework, Path(folder))
        jobs = [(command, size) for command in COMMANDS for size in SIZES]
        spent([COMMAND, *_arguments(COMMANDS[0], packs[0])])
        found: dict[tuple[str, int], list[Spent]] = defaultdict(list)
        for _ in range(STARTS):
            for command, size in random.Random(SEED).sample(jobs, len(jobs)):  # noqa: S311 - no secret
                found[command, size].append(spent([COMMAND, *_arguments(command, packs[size])]))
        return found


def _written(framework: Framework, folder: Path) -> dict[int, Path]:
    packs = {size: folder / f"pack-{size}.yaml" for size in SIZES}
    for size, path in packs.items():
        path.write_text(pack_text(framework, size), encoding="utf-8")
    return packs


def _arguments(command: str, pack: Path) -> list[str]:
    return [str(pack) if word == "PACK" else word for word in command.split()]


def command_table(commands: dict[tuple[str, int], list[Spent]]) -> Iterator[str]:
    """Give the median of each command, on the clock and of the processor, and the peak of memory at the last size."""
    framework = load_framework(framework_folder(FRAMEWORK))
    yield f"| s on the clock / of the processor | {_sizes()} | peak at {SIZES[-1]} facts |"
    yield _rule(len(SIZES) + 1)
    with tempfile.TemporaryDirectory() as folder:
        pack = _written(framework, Path(folder))[SIZES[-1]]
        for command in COMMANDS:
            cells = " | ".join(
                f"{median(run.wall for run in runs):.2f} / {median(run.processor for run in runs):.2f}"
                for runs in (commands[command, size] for size in SIZES)
            )
            peak = peak_kilobytes([COMMAND, *_arguments(command, pack)]) * 1024 / 1_000_000
            yield f"| `{command}` | {cells} | {peak:.0f} MB |"


def _sizes() -> str:
    return " | ".join(f"{size} facts" for size in SIZES)


def _rule(columns: int) -> str:
    return f"|---|{'---:|' * columns}"


def _row(name: str, columns: Iterable[Sequence[float]]) -> str:
    """A row of medians and 95th percentiles in milliseconds."""
    cells = (f"{median(some) * 1000:.0f} / {_high(some) * 1000:.0f}" if some else "none" for some in columns)
    return f"| {name} | {' | '.join(cells)} |"


def _high(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
