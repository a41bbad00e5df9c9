"""Rule files to a framework: every rule is checked against the fact types, and one run reports every fault."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from engine.loading.canonical import framework_digest
from engine.loading.criterion_file import read_criterion
from engine.loading.efforts import EFFORTS_FILE
from engine.loading.framework_file import Outline, read_outline
from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node, find, parse, read
from engine.loading.word_lists import WordReader
from engine.model.criterion import Criterion, in_order
from engine.model.fault import Fault, InvalidFramework, Place
from engine.model.framework import Framework

FRAMEWORK_FILE = "framework.yaml"
CASES_SUFFIX = ".cases.yaml"
FIDELITY_FILE = "fidelity.yaml"

_Parsed = tuple[Node | None, tuple[Fault, ...]]


def load_framework(folder: Path) -> Framework:
    """The framework in a folder: `framework.yaml`, and one file for each criterion, such as `theme-03/3.1.4.yaml`.

    Files are called by their path from the folder on, the same on every machine. Files of cases, the record of
    the second readings and the efforts of plans are left alone.
    Raises InvalidFramework with every fault of every file.
    """
    found = (
        path for path in folder.rglob("*.y*ml") if not path.name.endswith((CASES_SUFFIX, FIDELITY_FILE, EFFORTS_FILE))
    )
    called = folder.resolve().name
    names = {path: f"{called}/{path.relative_to(folder).as_posix()}" for path in {folder / FRAMEWORK_FILE, *found}}
    return _framework({name: read(path, name) for path, name in names.items()})


def read_framework(files: Mapping[str, bytes]) -> Framework:
    """The framework that these files make, by their names, such as `framework.yaml` and `theme-03/3.1.4.yaml`.

    Folders may stand before the names. Raises InvalidFramework with every fault of every file.
    """
    return _framework({name: parse(data, name) for name, data in files.items()})


def _framework(parsed: Mapping[str, _Parsed]) -> Framework:
    reader = NodeReader()
    outline, sound = _outlines(reader, parsed)
    words = WordReader(reader, outline.lists if outline is not None else None)
    criteria: dict[str, Criterion] = {}
    files: dict[str, str] = {}
    for name, (node, faults) in sorted(parsed.items()):
        reader.faults.extend(faults)
        if node is not None and not _is_framework_file(name):
            criterion = read_criterion(words, node, sound)
            if criterion.id in criteria and criterion.id:
                reader.note(
                    find(node, ("id",)),
                    f"the criterion `{criterion.id}` has a file already",
                    f"it is `{files[criterion.id]}`",
                )
            criteria[criterion.id] = criterion
            files.setdefault(criterion.id, name)
    if reader.faults or outline is None:
        raise InvalidFramework(reader.faults)
    framework = Framework(
        id=outline.id,
        edition=outline.edition,
        name=outline.name,
        levels=outline.levels,
        sections=outline.sections,
        themes=outline.themes,
        criteria=tuple(sorted(criteria.values(), key=lambda criterion: in_order(criterion.id))),
        retired=outline.retired,
        progressions=outline.progressions,
        same_rule=outline.same_rule,
        unread=outline.unread,
        unused_lists=tuple(sorted(outline.lists.keys() - words.used)),
    )
    return dataclasses.replace(framework, digest=framework_digest(framework))


def _outlines(reader: NodeReader, parsed: Mapping[str, _Parsed]) -> tuple[Outline | None, Outline | None]:
    """What the framework file says, and the same again if it is without fault."""
    files = sorted((name for name in parsed if _is_framework_file(name)), key=lambda name: (name.count("/"), name))
    if not files:
        reader.note(Place.whole(FRAMEWORK_FILE), "there is no such file", "every framework has one")
    for name in files[1:]:
        help_text = f"the first is `{files[0]}`; a folder holds one framework"
        reader.note(Place.whole(name), "this is a second framework file", help_text)
    node, faults = parsed[files[0]] if files else (None, ())
    if node is None:
        return None, None
    outline = read_outline(reader, node, PurePosixPath(files[0]).parent.name)
    return outline, None if reader.faults or faults else outline


def _is_framework_file(name: str) -> bool:
    return PurePosixPath(name).name == FRAMEWORK_FILE
