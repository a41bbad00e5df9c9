"""What `applies_when` says: a question of the profile, and the answer that makes a criterion or a clause apply."""

from typing import get_args

from engine.loading.node_reader import NodeReader
from engine.loading.source_text import Node
from engine.loading.spelling import in_backticks
from engine.model.condition import AtLeast, AtMost, Is, ProfileCondition
from evidence_schemas.profile import Answer, Profile, questions


def read_applies_when(reader: NodeReader, node: Node | None) -> ProfileCondition | None:
    """The one question with its one test; None where there is none or it is at fault."""
    asked = reader.mapping(node, "`applies_when`")
    for entry in asked[1:]:
        reader.note(entry.key, "`applies_when` holds one question", "keep one; the others may stand on single clauses")
    if not asked:
        return None
    question = reader.known(asked[0].key, "question", questions())
    tests = reader.mapping(asked[0].value, f"the answer to `{asked[0].key.text}`")
    for entry in tests[1:]:
        reader.note(entry.key, "a question of `applies_when` has one test", "keep one")
    if question is None or not tests:
        return None
    fitting = ("is",) if _is_yes_no(question) else ("at_least", "at_most")
    operator = tests[0].key.text or ""
    if operator not in fitting:
        reader.note(
            tests[0].key, f"`{operator}` does not fit the question `{question}`", f"it takes {in_backticks(fitting)}"
        )
        return None
    value = tests[0].value
    match operator:
        case "is":
            return ProfileCondition(question, Is(reader.known(value, "answer", ("yes", "no")) or ""))
        case "at_least":
            return ProfileCondition(question, AtLeast(str(reader.whole_number(value, "`at_least`"))))
        case _:
            return ProfileCondition(question, AtMost(str(reader.whole_number(value, "`at_most`"))))


def _is_yes_no(question: str) -> bool:
    return Answer in get_args(Profile.model_fields[question].annotation)
