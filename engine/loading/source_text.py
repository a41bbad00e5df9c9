"""YAML and JSON files as a small tree of nodes that know their places.

Nothing is guessed: every scalar is the text that was written, and whoever reads the tree decides what it means.
"""

import codecs
import os
import re
import stat
from collections import Counter
from pathlib import Path

from engine.loading.json_events import json_events
from engine.loading.source_event import SourceLines
from engine.loading.source_node import Entry, Mapping, Node, Scalar, Sequence, find, plain
from engine.loading.source_tree import build_tree
from engine.loading.yaml_events import yaml_events
from engine.model.fault import Fault, Place

__all__ = ["MAX_BYTES", "Entry", "Mapping", "Node", "Scalar", "Sequence", "find", "parse", "plain", "read"]

MAX_BYTES = 8 * 1024 * 1024

# YAML ends a line at U+2028 and U+2029 and has no U+FEFF within text; editors show none of the three.
_NEVER_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NEVER_IN_JSON = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def read(path: Path, file: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read one file and parse it, as `parse` does. `file` is its name as the user gave it. Nothing is raised."""
    try:
        unfit = _unfit_file(path.stat(), file)
        if unfit is not None:
            return None, (unfit,)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, (_unreadable(error, file),)
    return parse(data, file)


def parse(data: bytes, file: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Parse UTF-8 text: JSON where the name ends in `.json`, else YAML. Nothing is raised.

    Returns the tree and the faults in the order of their places. A file with any fault is invalid. Its tree is given
    all the same where no value is missing from it, so that its types can be judged in the same run (of a key given
    twice, the first counts); else it is None.
    """
    if len(data) > MAX_BYTES:
        return None, (_too_large(len(data), file),)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        source = SourceLines(data.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, file),)
    is_json = file.lower().endswith(".json")
    unfit = _unfit_characters(source, _NEVER_IN_JSON if is_json else _NEVER_IN_YAML)
    if unfit:
        return None, unfit
    return build_tree(json_events(source) if is_json else yaml_events(source), file)


def _unfit_file(status: os.stat_result, file: str) -> Fault | None:
    if stat.S_ISDIR(status.st_mode):
        return Fault(Place.whole(file), "this is a directory, not a file", "name a file in it")
    if not stat.S_ISREG(status.st_mode):
        return Fault(Place.whole(file), "this is not an ordinary file", "copy what it holds to a file")
    return _too_large(status.st_size, file) if status.st_size > MAX_BYTES else None


def _too_large(size: int, file: str) -> Fault:
    message = f"this file is too large: {size:,} bytes where {MAX_BYTES:,} are allowed"
    return Fault(Place.whole(file), message, "divide it into several files")


def _unreadable(error: OSError, file: str) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault(Place.whole(file), "this file does not exist", "check the name and the directory")
    if isinstance(error, PermissionError):
        return Fault(Place.whole(file), "there is no permission to read this file", "ask its owner for it")
    reason = (error.strerror or type(error).__name__).lower()
    return Fault(Place.whole(file), f"this file cannot be read: {reason}", "check the name and the directory")


def _not_utf8(data: bytes, offset: int, file: str) -> Fault:
    """Report the first byte that is not UTF-8, with its line as far as that can be shown."""
    before = SourceLines(data[:offset].decode("utf-8"), file).lines
    rest = re.split(rb"[\r\n]", data[offset:], maxsplit=1)[0].decode("utf-8", errors="replace")
    place = Place(file, len(before), len(before[-1]) + 1, before[-1] + rest)
    return Fault(place, f"the byte 0x{data[offset]:02x} is not UTF-8 text", "save the file with the encoding UTF-8")


def _unfit_characters(source: SourceLines, unfit: re.Pattern[str]) -> tuple[Fault, ...]:
    """Report each different character that may not stand in a file once, at its first place."""
    counts = Counter(unfit.findall(source.text))
    first: dict[str, Place] = {}
    for number, line in enumerate(source.lines if counts else ()):
        for found in unfit.finditer(line):
            if found.group() not in first:
                first[found.group()] = source.place(number, found.start())
    return tuple(_unfit_character(character, counts[character], place) for character, place in first.items())


def _unfit_character(character: str, count: int, place: Place) -> Fault:
    return Fault(
        place,
        f"the invisible character U+{ord(character):04X} may not stand in a file",
        "delete it" if count == 1 else f"delete it; the file holds {count:,} of them",
    )
