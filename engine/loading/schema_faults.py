"""Values checked against their schemas: what a schema refuses, told in plain words at the place where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from engine.loading.node_reader import found
from engine.loading.source_text import Node, Scalar, Sequence, find, plain
from engine.loading.spelling import hint
from engine.model.fault import Fault, quote
from evidence_schemas.field import Id, Target
from evidence_schemas.vocabulary import Vocabulary

ModelT = TypeVar("ModelT", bound=BaseModel)
ClassT = TypeVar("ClassT")


def validate(
    node: Node, model: type[ModelT], what: str, otherwise: str | None = None, *, known_only: bool = False
) -> tuple[ModelT | None, tuple[Fault, ...]]:
    """The value that a node holds, or None and the faults for which it holds none.

    `what` is how a message calls the whole value, such as "this fact"; `otherwise` says where the fields and words that
    are too many to list can be seen. With `known_only`, fields that the model does not know are nobody's fault.
    """
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as error:
        refusals = error.errors(include_url=False, include_input=False)
    failures = (
        _Failure(node, model, refusal["loc"], refusal.get("ctx", {}), refusal["type"], what, otherwise)
        for refusal in refusals
        if not (known_only and refusal["type"] == "extra_forbidden")
        and not (refusal["type"] == "too_short" and _has_items(find(node, refusal["loc"])))
    )
    return None, tuple(failure.told() for failure in failures)


def _has_items(node: Node) -> bool:
    """Whether a list has items: a tuple counts as too short when its only items are refused."""
    return isinstance(node, Sequence) and bool(node.items)


class _Sentence(NamedTuple):
    message: str
    help: str | None = None


@dataclass(frozen=True, slots=True)
class _Failure:
    """One refusal of a schema, with what stands at its place."""

    root: Node
    model: type[BaseModel]
    path: tuple[str | int, ...]
    context: Mapping[str, Any]
    reason: str
    whole: str
    otherwise: str | None

    def told(self) -> Fault:
        sentence = SENTENCES[self.reason](self)
        place = find(self.root, self.path, key=self.reason == "extra_forbidden").place
        return Fault(place, sentence.message, sentence.help)

    @property
    def node(self) -> Node:
        return find(self.root, self.path)

    @property
    def field(self) -> str:
        """The innermost field on the path."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def name(self) -> str:
        """How a message calls what was refused."""
        if not self.field:
            return self.whole
        return f"each member of `{self.field}`" if isinstance(self.path[-1], int) else f"`{self.field}`"

    @property
    def owner(self) -> str:
        """How a message calls what the refused field belongs to."""
        return next((f"`{step}`" for step in reversed(self.path[:-1]) if isinstance(step, str)), self.whole)

    @property
    def annotation(self) -> object:
        """What may stand at the path, as the schema says it."""
        info = self.info()
        return info.annotation if info is not None else self.model

    @property
    def owner_model(self) -> type[BaseModel]:
        """The schema that the refused field belongs to."""
        info = self.info(self.path[:-1])
        return (_first(info.annotation, BaseModel) if info is not None else None) or self.model

    @property
    def is_required(self) -> bool:
        """Whether the refused field must be there."""
        info = self.info()
        return info is not None and info.is_required()

    def info(self, path: tuple[str | int, ...] | None = None) -> FieldInfo | None:
        """The innermost field of the schema on the path."""
        model: type[BaseModel] | None = self.model
        info = None
        for step in self.path if path is None else path:
            if isinstance(step, str) and model is not None:
                info = _fields(model).get(step)
                model = _first(info.annotation, BaseModel) if info is not None else None
        return info


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model under the names that stand in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _first(annotation: object, base: type[ClassT]) -> type[ClassT] | None:
    """The first subclass of `base` that an annotation names at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    return next((named for part in get_args(annotation) if (named := _first(part, base)) is not None), None)


def _nothing_said(message: str, todo: str) -> Callable[[_Failure], _Sentence]:
    return lambda failure: _Sentence(
        message.format(name=failure.name), todo if failure.is_required else f"leave the field out, or {todo}"
    )


def _must_be(wanted: str, help_text: str | None = None) -> Callable[[_Failure], _Sentence]:
    return lambda failure: _Sentence(f"{failure.name} must be {wanted}, found {found(failure.node)}", help_text)


def _says(message: str, help_text: str) -> Callable[[_Failure], _Sentence]:
    return lambda _: _Sentence(message, help_text)


def _missing(failure: _Failure) -> _Sentence:
    inner = _first(failure.annotation, BaseModel)
    example = f"write `{failure.field}: {_skeleton(inner)}`" if inner is not None else f"add `{failure.field}: ...`"
    return _Sentence(f"{failure.owner} lacks `{failure.field}`", example)


def _not_a_mapping(failure: _Failure) -> _Sentence:
    inner = _first(failure.annotation, BaseModel)
    help_text = f"write `{_skeleton(inner)}`" if inner is not None else None
    return _Sentence(f"{failure.name} must be keys with values, found {found(failure.node)}", help_text)


def _skeleton(model: type[BaseModel]) -> str:
    required = [name for name, field in _fields(model).items() if field.is_required()]
    return "{" + ", ".join(f"{name}: ..." for name in required or _fields(model)) + "}"


def _unknown_field(failure: _Failure) -> _Sentence:
    help_text = hint(failure.field, _fields(failure.owner_model), failure.otherwise)
    return _Sentence(f"{failure.owner} has no field {quote(failure.field)}", help_text)


def _unknown_word(failure: _Failure) -> _Sentence:
    if not isinstance(failure.node, Scalar) or failure.node.text is None:
        return _one_word(failure)
    vocabulary = _first(failure.annotation, Vocabulary)
    known = [member.value for member in vocabulary] if vocabulary is not None else []
    help_text = hint(failure.node.text, known, failure.otherwise)
    return _Sentence(f"`{failure.field}` does not know the word {quote(failure.node.text)}", help_text)


def _one_word(failure: _Failure) -> _Sentence:
    only = failure.node.items[0] if isinstance(failure.node, Sequence) and len(failure.node.items) == 1 else None
    key = "" if isinstance(failure.path[-1], int) else f"{failure.field}: "
    help_text = f"write {quote(key + only.text)}" if isinstance(only, Scalar) and only.text else None
    return _Sentence(f"{failure.name} must be one word, found {found(failure.node)}", help_text)


def _not_a_list(failure: _Failure) -> _Sentence:
    node = failure.node
    help_text = "begin each item with `- `"
    if isinstance(node, Scalar) and node.text:
        help_text = f"write {quote(f'{failure.field}: [{node.text}]')}"
    return _Sentence(f"{failure.name} must be a list, found {found(node)}", help_text)


def _too_long(failure: _Failure) -> _Sentence:
    length = len((failure.node.text or "").strip()) if isinstance(failure.node, Scalar) else 0
    allowed = failure.context["max_length"]
    return _Sentence(f"{failure.name} has {length} characters where {allowed} are allowed", "shorten it")


def _misshapen(failure: _Failure) -> _Sentence:
    wanted, help_text = PATTERNS[failure.context["pattern"]]
    return _Sentence(f"{failure.name} must be {wanted}, found {found(failure.node)}", help_text)


def _not_a_date(failure: _Failure) -> _Sentence:
    help_text = "write a day, a month or a year: `2022-03-31`, `2022-03`, `2022`"
    if isinstance(failure.node, Scalar) and failure.node.text is not None:
        return _Sentence(f"{failure.name} is not a date that exists, found {quote(failure.node.text)}", help_text)
    return _Sentence(f"{failure.name} must be a date, found {found(failure.node)}", help_text)


def _bound(relation: str, key: str) -> Callable[[_Failure], _Sentence]:
    return lambda failure: _Sentence(
        f"{failure.name} must be {relation} {failure.context[key]}, found {found(failure.node)}"
    )


def _other_version(failure: _Failure) -> _Sentence:
    message = f"{failure.name} must be `1`, the version of the format that is read here, found {found(failure.node)}"
    return _Sentence(message, "write `pack: 1`; a pack in a later format needs a later spiritlevel")


def pattern_of(annotated: object) -> str:
    """The pattern that a type of text is held to."""
    return next(str(mark.pattern) for mark in get_args(annotated)[1:] if getattr(mark, "pattern", None))


_WHOLE_NUMBER = _must_be("a whole number", "write it in digits, such as `24`")
_AMOUNT = _must_be("a number", "write it in digits, such as `12` or `0.5`")

PATTERNS: Mapping[str, tuple[str, str]] = {
    pattern_of(Id): ("a letter and up to 39 letters, digits, `_` or `-`", "write an id such as `F12`"),
    pattern_of(Target): ("the id of a fact or of a criterion", "write an id such as `F12` or `3.1.4`"),
    r"^[0-9a-f]{64}$": ("a SHA-256 of 64 digits", "write what `sha256sum` says of the file, in small letters"),
}

SENTENCES: Mapping[str, Callable[[_Failure], _Sentence]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "model_type": _not_a_mapping,
    "enum": _unknown_word,
    "frozen_set_type": _not_a_list,
    "tuple_type": _not_a_list,
    "too_short": _nothing_said("an empty list says nothing", "record what the source says"),
    "string_type": _must_be("text"),
    "string_too_short": _nothing_said("{name} is empty", "write the text"),
    "string_too_long": _too_long,
    "string_pattern_mismatch": _misshapen,
    "when": _not_a_date,
    "period": _says("this period ends before it begins", "put the earlier date under `from`"),
    "points": _says("two values stand for the same period and group", "keep one of them"),
    "yes_no": _must_be("`yes` or `no`"),
    "literal_error": _other_version,
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "decimal_type": _AMOUNT,
    "decimal_parsing": _AMOUNT,
    "finite_number": _AMOUNT,
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "decimal_max_places": _must_be("a number with at most 9 decimal places", "round it"),
    "greater_than": _bound("above", "gt"),
}
