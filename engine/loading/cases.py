"""The cases that stand beside a criterion: facts in, verdict and gaps out, each named in plain words.

A case is written by hand as what a person would expect; nothing in it is generated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from engine.loading.frameworks import CASES_SUFFIX
from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node, parse, plain
from engine.model.criterion import Criterion
from engine.model.fault import Fault, InvalidFramework
from engine.model.gap import Gap
from engine.model.verdict import Verdict

DEFAULT_DATE = date(2024, 3, 31)


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `facts` and `profile` are as in a pack, except that a fact needs no source.

    `gaps` are lines such as `b contrary C1.chair_is`, as `gap_line` makes them. `decides` is the letter of the clause
    that alone decides this case: every other clause is met (where any one suffices: every other one is not).
    """

    name: str
    criterion: str
    as_at: date
    profile: object
    facts: tuple[Mapping[str, object], ...]
    verdict: Verdict
    gaps: tuple[str, ...]
    decides: str | None


def read_cases(data: bytes, file: str, criterion: Criterion) -> tuple[Case, ...]:
    """Read the case file of a criterion; raises InvalidFramework with every fault of the file."""
    node, faults = parse(data, file)
    reader = NodeReader()
    reader.faults.extend(faults)
    values = reader.entries(node, "the file", ("cases",)) if node is not None else {}
    cases = tuple(_case(reader, item, criterion) for item in reader.items(values.get("cases"), "`cases`"))
    if PurePosixPath(file).name != f"{criterion.id}{CASES_SUFFIX}" and node is not None:
        reader.note(node, "the file of cases has the wrong name", f"its name is `{criterion.id}{CASES_SUFFIX}`")
    if reader.faults:
        raise InvalidFramework(reader.faults)
    return cases


def gap_line(gap: Gap) -> str:
    """Name a gap in one line: the letter of the clause (with the member of `each`), the kind, and what it is about.

    Such as `a absent scrutiny_panel`, `b[black] unrecorded E1.steps`, `c too_few 1 of 2`, `b profile employees`.
    """
    part = gap.part or gap.clause
    letter = part.split(".")[-1] if part else ""
    subject = gap.question or _subject(gap)
    return " ".join(word for word in (letter, str(gap.kind), subject) if word)


def _subject(gap: Gap) -> str:
    if gap.fact is None:
        return f"{gap.have} of {gap.want}" if gap.have else gap.fact_kind or gap.criterion
    return f"{gap.fact}.{gap.field}" if gap.field else gap.fact


def _case(reader: NodeReader, node: Node, criterion: Criterion) -> Case:
    values = reader.entries(node, "the case", ("name", "verdict", "facts"), ("as_at", "profile", "gaps", "decides"))
    verdict = reader.known(values.get("verdict"), "verdict", [str(verdict) for verdict in Verdict])
    letters = [clause.id.rpartition(".")[2] for clause in criterion.needs.clauses]
    return Case(
        name=reader.text(values.get("name"), "`name`"),
        criterion=criterion.id,
        as_at=_date(reader, values.get("as_at")),
        profile=plain(values["profile"]) if "profile" in values else {},
        facts=tuple(_fact(reader, item) for item in reader.items(values.get("facts"), "`facts`", least=0)),
        verdict=Verdict(verdict or Verdict.UNKNOWN),
        gaps=tuple(reader.text(item, "a gap") for item in reader.items(values.get("gaps"), "`gaps`", least=0)),
        decides=reader.known(values["decides"], "clause", letters) if "decides" in values else None,
    )


def _fact(reader: NodeReader, node: Node) -> Mapping[str, object]:
    value = plain(node)
    if isinstance(value, dict):
        return value
    reader.note(node, "a fact must be keys with values")
    return {}


def _date(reader: NodeReader, node: Node | None) -> date:
    word = reader.word(node, "`as_at`")
    if word is None:
        return DEFAULT_DATE
    try:
        return date.fromisoformat(word.text)
    except ValueError:
        reader.faults.append(Fault(word.place, f"`{word.text}` is not a date", "write it as 2024-03-31"))
        return DEFAULT_DATE
