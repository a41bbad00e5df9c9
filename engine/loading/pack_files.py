"""From a path to parsed pack files: one file, or all YAML and JSON files that lie directly in a folder."""

from collections.abc import Mapping
from pathlib import Path

from engine.loading.source_text import Node, read
from engine.loading.spelling import in_backticks
from engine.model.fault import Fault, InvalidPack, Place, quote

SUFFIXES = (".yaml", ".yml", ".json")
MAX_FILES = 200
MAX_TOTAL_BYTES = 64 * 1024 * 1024

Parsed = tuple[Node | None, tuple[Fault, ...]]


def read_pack_files(path: Path) -> Mapping[str, Parsed]:
    """Read and parse the files of a pack, by their names within the given path.

    Hidden files, folders within the folder and files of other types are left alone. Raises InvalidPack where there is
    no file to read or too much of it; faults within the files come back with them.
    """
    name = path.name or str(path)
    try:
        paths = _files_of(path, name) if path.is_dir() else [path]
        if path not in paths:
            _refuse_excess(paths, name)
    except OSError as error:
        raise InvalidPack([_no_entry(error, name)]) from None
    if path in paths and path.suffix.lower() not in SUFFIXES and path.exists():
        message = f"{quote(name)} is not a file of a pack by its name"
        raise InvalidPack([Fault(Place.whole(name), message, f"its name must end in one of {in_backticks(SUFFIXES)}")])
    return {file.name: read(file, file.name) for file in paths}


def _files_of(folder: Path, name: str) -> list[Path]:
    """The pack files directly in the folder, by name."""
    inside = sorted(folder.iterdir())
    paths = [path for path in inside if _is_pack_file(path)]
    if paths:
        return paths
    message = "this folder is empty" if not inside else "no file of a pack lies directly in this folder"
    holding = [path.name for path in inside if path.is_dir() and _holds_pack_files(path)]
    names = f"a pack is made of files whose names end in one of {in_backticks(SUFFIXES)}"
    help_text = f"name the folder that holds the pack, such as {quote(holding[0])} in it" if holding else names
    raise InvalidPack([Fault(Place.whole(name), message, help_text)])


def _is_pack_file(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def _holds_pack_files(folder: Path) -> bool:
    try:
        return any(_is_pack_file(path) for path in folder.iterdir())
    except OSError:
        return False


def _refuse_excess(paths: list[Path], name: str) -> None:
    if len(paths) > MAX_FILES:
        message = f"this folder holds {len(paths):,} files of a pack where {MAX_FILES} are allowed"
        raise InvalidPack([Fault(Place.whole(name), message, "join some of them, or name the folder of one pack")])
    size = sum(path.stat().st_size for path in paths if path.is_file())
    if size > MAX_TOTAL_BYTES:
        message = f"the files of this pack are too large: {size:,} bytes where {MAX_TOTAL_BYTES:,} are allowed together"
        raise InvalidPack([Fault(Place.whole(name), message, "take out what is no part of the pack")])


def _no_entry(error: OSError, name: str) -> Fault:
    if isinstance(error, PermissionError):
        return Fault(Place.whole(name), "there is no permission to read this folder", "ask its owner for it")
    reason = (error.strerror or type(error).__name__).lower()
    return Fault(Place.whole(name), f"this folder cannot be read: {reason}", "check the name and the directory")
