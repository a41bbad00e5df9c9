"""What is asked: one folder of rule files for each framework, found here by the id of the framework."""

from importlib.resources import files
from pathlib import Path


def framework_ids() -> tuple[str, ...]:
    """The ids of the frameworks at hand, in order."""
    return tuple(sorted(path.parent.name for path in _root().glob("*/framework.yaml")))


def framework_folder(framework_id: str) -> Path:
    """The folder with the rule files of a framework; raises LookupError where there is none of that id."""
    if framework_id not in framework_ids():
        raise LookupError(framework_id)
    return _root() / framework_id


def _root() -> Path:
    return Path(str(files(__name__)))
