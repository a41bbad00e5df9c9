"""A pack that has reached every level of one theme."""

import json
from datetime import date

from engine.exemplify import as_written, least_values
from engine.loading.frameworks import load_framework
from rules import framework_folder

AS_AT = date(2024, 3, 31)


def theme_5() -> str:
    """A pack that meets all of theme 5, one document a criterion; of the advancing criterion there are two proofs."""
    framework = load_framework(framework_folder("apcc-2024"))
    criteria = framework.of_theme("5")
    facts: list[dict[str, object]] = []
    for criterion in (*criteria, criteria[-1]):
        named: dict[str, str] = {}
        for part in criterion.parts():
            for _ in range(part.number):
                id_ = f"F{len(facts):02}"
                values = least_values(part, AS_AT)
                about = [named[name] for name in part.about]
                source = {"document": f"D{criterion.id.replace('.', '_')}", "locator": "page 1"}
                facts.append({**as_written(id_, part.kind, values, about), "source": source})
                if part.name:
                    named[part.name] = id_
    documents = [{"id": f"D{c.id.replace('.', '_')}", "title": f"On {c.id}"} for c in criteria]
    pack = {"pack": "1", "organisation": "Office", "framework": framework.id, "as_at": AS_AT.isoformat()}
    return json.dumps({**pack, "documents": documents, "facts": facts})
