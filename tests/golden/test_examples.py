"""The determinations of the example packs, byte for byte as they were checked by hand.

A changed one is written by `spiritlevel assess PACK --format json --evaluators reference -o FILE`, and
read again verdict by verdict before it is committed.
"""

from pathlib import Path

import pytest

from engine.determine import Judge
from engine.loading.frameworks import load_framework
from engine.loading.packs import load_pack
from engine.report.canonical import canonical
from engine.report.determination_json import determination_json
from rules import framework_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
PACKS = sorted(path.parent for path in EXAMPLES.glob("*/pack.yaml"))


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_determination_is_the_one_that_was_checked(folder: Path) -> None:
    pack = load_pack(folder / "pack.yaml").pack
    framework = load_framework(framework_folder(pack.framework))
    assert pack.as_at is not None
    determined = Judge.of(framework, both=False).determine(pack, pack.as_at)
    golden = (EXAMPLES / "determinations" / f"{folder.name}.json").read_text(encoding="utf-8")
    assert canonical(determination_json(determined, framework)) == golden


def test_there_are_examples() -> None:
    assert len(PACKS) == 2
