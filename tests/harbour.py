"""A small framework with packs for it, for tests that look at what is made of a determination."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.determine import Judge
from engine.explain import Explanation, explain
from engine.loading.frameworks import read_framework
from engine.loading.packs import read_pack
from engine.model.determination import Determination
from evidence_schemas.pack import EvidencePack

AS_AT = date(2024, 3, 31)
PANEL = {"kind": "scrutiny_panel", "status": "in_place", "scrutinises": ["use_of_force", "stop_and_search"]}
CHAIR = {"kind": "chair_appointment", "chair_is": "independent_member_of_public"}

_FRAMEWORK = """
id: harbour
edition: 2024-01
name: Harbour standard
levels:
  - {id: moored, name: Moored}
  - {id: afloat, name: Afloat, requires: moored}
sections:
  - {id: A, name: On the quay}
  - {id: B, name: At sea}
themes:
  - {id: 1, name: Watch, section: A, published: {moored: 2, afloat: 1}}
  - {id: 2, name: Crew, section: B, published: {moored: 1, afloat: 0}}
"""
_CRITERION = """
id: {id}
title: {title}
asks: Somebody keeps watch.
reading: Any watch that is recorded counts.
source: {{paragraph: {id}, sha256: a75ea01ab34d0c22acde94af0d2ef45d1a2f239ab467489603ae73dfd3d97939}}
"""
_RULES = {
    ("1.1.1", "A panel with a chair"): """
needs:
  all:
    - clause: a
      fact: scrutiny_panel
      call_it: panel
      where: {status: {is: in_place}, scrutinises: {covers: [use_of_force]}}
    - clause: b
      fact: chair_appointment
      about: panel
      where: {chair_is: {is: independent_member_of_public}}
""",
    ("1.1.2", "A deputy who is trained"): """
applies_when: {deputy_employed: {is: yes}}
needs:
  fact: membership_review
  where: {done_on: {within: 12 months}, groups: {count: 2}}
""",
    ("1.2.1", "Some of several"): """
needs:
  at_least:
    number: 1
    of:
      - {clause: a, fact: membership_review, count: 2, where: {status: {is: done}}}
      - clause: b
        fact: membership_review
        each: {field: reviewed, in: [membership, vetting]}
        applies_when: {employees: {at_least: 10}}
""",
}
FRAMEWORK = read_framework(
    {
        "harbour/framework.yaml": _FRAMEWORK.encode(),
        **{
            f"harbour/theme-01/{id_}.yaml": (_CRITERION.format(id=id_, title=title) + needs).encode()
            for (id_, title), needs in _RULES.items()
        },
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A pack with its determination."""

    pack: EvidencePack
    determination: Determination

    def why(self, criterion: str) -> Explanation:
        return explain(criterion, FRAMEWORK, self.pack, self.determination)


def judged(facts: Mapping[str, Mapping[str, object]] | None = None, **more: object) -> Judged:
    """Judge a pack with these facts by their ids; `more` are further keys of the pack, such as `profile`."""
    stated: Sequence[Mapping[str, object]] = [
        {"id": id_, "source": {"document": "D1", "locator": f"page of {id_}"}, **fact}
        for id_, fact in (facts or {}).items()
    ]
    said = {
        "pack": "1",
        "organisation": "Office for Example Valley",
        "framework": "harbour",
        "documents": [{"id": "D1", "title": "Annual report"}],
        "facts": stated,
        **more,
    }
    pack = read_pack({"pack.json": json.dumps(said).encode()}).pack
    return Judged(pack, Judge.of(FRAMEWORK, both=False).determine(pack, AS_AT))
