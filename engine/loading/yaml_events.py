"""YAML text as source events: every scalar stays text, and what a reader of a pack must not do is refused.

The events come from PyYAML's parser and never from its composer: an alias is seen as an alias and nothing is expanded.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from engine.loading.source_event import Event, Shape, SourceLines
from engine.model.fault import Fault, Place, quote

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAG_HELP = "take the tag out, or put text that begins with `!` in quotation marks"
_DIRECTIVE_HELP = "take the line out, or put text that begins with `%` in quotation marks"
_LEFT_EMPTY = frozenset({"", "~", "null"})


class _Problem(NamedTuple):
    """How one of the parser's complaints is told.

    `complaint` is a part of what the parser says, where possible one that its C and its Python form share. In the
    message and the help, `{character}` is the character at the place and `{start}` where the unfinished thing began;
    `at_start` moves the place there.
    """

    complaint: str
    message: str
    help: str
    at_start: bool = False


_PROBLEMS = (
    _Problem(
        "unexpected end of stream",
        "the quotation mark that opens here is never closed",
        "close it, or put an apostrophe within single quotes twice",
        at_start=True,
    ),
    _Problem(
        "unexpected document",
        "the quotation mark that opens here is not closed before the document ends",
        "close it before the line that begins with `---` or `...`",
        at_start=True,
    ),
    _Problem(
        "mapping values are not allowed",
        "a `:` is not expected here",
        "indent the keys of one mapping alike, and put text that holds a `:` in quotation marks",
    ),
    _Problem(
        "mapping keys are not allowed",
        "a `?` is not expected here",
        "put text that begins with `?` in quotation marks",
    ),
    _Problem(
        "sequence entries are not allowed",
        "a list item is not expected here",
        "begin the list on a line of its own, and put text that begins with `- ` in quotation marks",
    ),
    _Problem(
        "cannot start any token",
        "text cannot begin with {character} here",
        "put the text in quotation marks",
    ),
    _Problem(
        "could not find expected ':'",
        "this line is neither a key with a `:` nor part of the value before it",
        "write `key: value` with a space after the `:`, or indent the line below the key that it belongs to",
        at_start=True,
    ),
    _Problem(
        "expected alphabetic or numeric character",
        "text cannot begin with {character} here",
        "put the text in quotation marks",
        at_start=True,
    ),
    _Problem(
        "unknown escape character",
        "a backslash in double quotes begins an escape, and this one does not exist",
        "write the backslash twice, or use single quotes",
    ),
    _Problem(
        "decimal number",
        "this escape needs more hexadecimal digits",
        "write the character itself, or the backslash twice",
    ),
    _Problem(
        "invalid Unicode character escape code",
        "this escape names no character",
        "write the character itself",
    ),
    _Problem(
        "expected ',' or ']'",
        "expected `,` or `]` here",
        "the list opened at {start} is still open",
    ),
    _Problem(
        "expected ',' or '}'",
        "expected `,` or `}}` here",
        "the mapping opened at {start} is still open",
    ),
    _Problem(
        "did not find expected key",
        "expected a key of the mapping that begins at {start}",
        "check the indentation, and quotation marks that close too early",
    ),
    _Problem(
        "did not find expected '-' indicator",
        "expected a further item of the list that begins at {start}",
        "begin each item with `- ` in the same column",
    ),
    _Problem(
        "expected <block end>",
        "expected more of what begins at {start}",
        "check the indentation, and quotation marks that close too early",
    ),
    _Problem(
        "node content",
        "expected a value here",
        "put text that begins with {character} in quotation marks",
    ),
    _Problem(
        "<document start>",
        "the text goes on where it should have ended",
        "check the indentation, and quotation marks that close too early",
    ),
    _Problem("undefined tag handle", "tags are not read", _TAG_HELP),
    _Problem(" a tag: ", "tags are not read", _TAG_HELP, at_start=True),
    _Problem(
        " a block scalar: ",
        "{character} begins text on the lines below, and more follows it here",
        "put text that begins with {character} in quotation marks",
        at_start=True,
    ),
    _Problem(" directive: ", "this `%` line is not understood", _DIRECTIVE_HELP, at_start=True),
    _Problem("incompatible YAML document", "this `%` line is not understood", _DIRECTIVE_HELP),
)
_TAB_PROBLEM = _Problem("", "a tab stands where only spaces may indent", "indent with spaces")
_END_PROBLEM = _Problem("", "the text ends where a value is expected", "close the bracket that is still open")
_UNNAMED_PROBLEM = _Problem("", "this is not readable as YAML", "check the line and the one before it")


def yaml_events(source: SourceLines, loader: Any = LOADER) -> Iterator[Event | Fault]:  # noqa: ANN401  a PyYAML class
    """Step through YAML text, up to the first place that is not YAML or the start of a second document.

    Anchors and aliases are reported once a file, since all of them go out for the same reason; every tag is reported.
    """
    translation = _Translation(source)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            yield from translation.steps(event)
    except yaml.MarkedYAMLError as error:
        fault = _fault(error, source)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The Python parser lets numbers that are too large out as errors without a place.
        fault = Fault(Place.whole(source.file), _UNNAMED_PROBLEM.message, _UNNAMED_PROBLEM.help)
    else:
        return
    yield fault
    yield Event(Shape.BREAK, fault.place)


class _Translation:
    """PyYAML's events as ours."""

    __slots__ = ("_document_seen", "_sharing_seen", "_source")

    def __init__(self, source: SourceLines) -> None:
        self._source = source
        self._document_seen = False
        self._sharing_seen = False

    def steps(self, event: yaml.Event) -> Iterator[Event | Fault]:
        if isinstance(event, yaml.NodeEvent):
            yield from self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            yield Event(Shape.END, self._place(event.start_mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            if self._document_seen:
                place = self._place(event.start_mark)
                yield Fault(place, "a second document begins here", "keep one document to a file, without `---` lines")
                yield Event(Shape.BREAK, place)
            self._document_seen = True

    def _node(self, event: yaml.NodeEvent) -> Iterator[Event | Fault]:
        place = self._place(event.start_mark)
        if event.anchor is not None and not self._sharing_seen:
            self._sharing_seen = True
            yield _sharing_fault(event, place)
        if isinstance(event, yaml.AliasEvent):
            yield Event(Shape.UNREADABLE, place, event.anchor)
            return
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            yield Fault(place, f"tags are not read, here {quote(_as_written(event.tag))}", _TAG_HELP)
        yield _opening(event, place)

    def _place(self, mark: Any) -> Place:  # noqa: ANN401  PyYAML's marks have two unrelated classes
        return self._source.place(mark.line, mark.column)


def _sharing_fault(event: yaml.NodeEvent, place: Place) -> Fault:
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    return Fault(
        place,
        f"anchors and aliases are not read, here {quote(f'{sign}{event.anchor}')}",
        "write the value out wherever it is needed, and so for every other `&` and `*` in this file",
    )


def _as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!", 1)


def _opening(event: yaml.NodeEvent, place: Place) -> Event:
    if isinstance(event, yaml.ScalarEvent):
        quoted = bool(event.style)
        left_empty = not quoted and event.value in _LEFT_EMPTY
        return Event(Shape.SCALAR, place, None if left_empty else event.value, quoted)
    return Event(Shape.SEQUENCE if isinstance(event, yaml.SequenceStartEvent) else Shape.MAPPING, place)


def _fault(error: yaml.MarkedYAMLError, source: SourceLines) -> Fault:
    found, start = error.problem_mark, error.context_mark or error.problem_mark
    if found is None or start is None:
        return Fault(Place.whole(source.file), _UNNAMED_PROBLEM.message, _UNNAMED_PROBLEM.help)
    problem = _problem(f"{error.context}: {error.problem}", source.character(found.line, found.column))
    mark = start if problem.at_start else found
    words = {
        "character": quote(source.character(mark.line, mark.column)),
        "start": f"line {start.line + 1}, column {start.column + 1}",
    }
    return Fault(source.place(mark.line, mark.column), problem.message.format(**words), problem.help.format(**words))


def _problem(complaint: str, character: str) -> _Problem:
    if character == "\t":
        return _TAB_PROBLEM
    if not character and "node content" in complaint:
        return _END_PROBLEM
    return next((problem for problem in _PROBLEMS if problem.complaint in complaint), _UNNAMED_PROBLEM)
