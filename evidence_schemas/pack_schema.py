"""The JSON Schema of an evidence pack, made from the fact types."""

from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from evidence_schemas.catalogue import fact_types
from evidence_schemas.pack import Claim, NotHeld, PackHeader, SourceDocument


def pack_schema() -> dict[str, Any]:
    """Give the schema of a pack that stands in one file (JSON Schema 2020-12)."""
    kinds = [described.model for described in fact_types().values()]
    lists: dict[str, type[BaseModel]] = {"documents": SourceDocument, "claims": Claim, "not_held": NotHeld}
    models: list[type[BaseModel]] = [PackHeader, *lists.values(), *kinds]
    refs, definitions = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    header = TypeAdapter(PackHeader).json_schema(ref_template="#/$defs/{model}")
    properties = dict(header["properties"])
    for name, model in lists.items():
        properties[name] = {"type": "array", "items": refs[(model, "validation")]}
    properties["facts"] = {"type": "array", "items": {"oneOf": [refs[(kind, "validation")] for kind in kinds]}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "evidence pack",
        "type": "object",
        "additionalProperties": False,
        "required": ["pack", "organisation", "framework"],
        "properties": properties,
        "$defs": definitions["$defs"],
    }
