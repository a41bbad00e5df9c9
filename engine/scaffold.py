"""The beginnings of a criterion: a rule file and a case file to be filled in, with what the catalogue already knows."""

_RULE = """\
id: {id}
title: TITLE
asks: >-
  WHAT THE PARAGRAPH ASKS, every demand of it, in plain words of our own.
reading: >-
  HOW EACH VAGUE WORD WAS TAKEN, and what does not count.
source: {{paragraph: {id}, sha256: {sha256}}}
needs:
  all:
    - clause: a
      fact: KIND
      where:
        FIELD: {{OPERATOR: VALUE}}
"""

_CASES = """\
cases:
  - name: WHAT IS THERE, in words a police officer could read
    facts:
      - {{id: F1, kind: KIND}}
    verdict: met
    gaps: []
  - name: WHAT SAYS OTHERWISE
    facts:
      - {{id: F1, kind: KIND}}
    verdict: not_met
    gaps: [a contrary F1.FIELD]
    decides: a
  - name: nothing in the pack
    facts: []
    verdict: unknown
    gaps: [a absent KIND]
    decides: a
"""


def rule_draft(criterion_id: str, sha256: str) -> str:
    """A rule file that the loader refuses until every word in capitals is replaced."""
    return _RULE.format(id=criterion_id, sha256=sha256)


def case_draft() -> str:
    """A case file with one case of each verdict that every criterion must show."""
    return _CASES.format()
