"""Source events built into a tree, one event at a time and never by recursion, within bounds of depth and number."""

import re
from collections.abc import Iterable

from engine.loading.source_event import Event, Shape
from engine.loading.source_node import Entry, Mapping, Node, Scalar, Sequence
from engine.model.fault import Fault, Place, quote

MAX_DEPTH = 20
MAX_NODES = 400_000
MAX_FAULTS = 100

_NEVER_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def build_tree(events: Iterable[Event | Fault], file: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Build the tree of one file and collect its faults, sorted, at most `MAX_FAULTS` and one that says so.

    The tree is None where it is not whole: empty, broken off, or with a value that could not be read.
    """
    builder = _TreeBuilder()
    for event in events:
        if isinstance(event, Fault):
            builder.faults.append(event)
        else:
            builder.take(event)
        if len(builder.faults) >= MAX_FAULTS:
            builder.stop(Fault(Place.whole(file), f"reading stopped after {MAX_FAULTS} faults", "mend these first"))
        if builder.has_stopped:
            break
    root = builder.root
    if not builder.faults and (root is None or (isinstance(root, Scalar) and root.text is None)):
        return None, (Fault(Place.whole(file), "this file is empty", "write what belongs in it, or take it away"),)
    return root if builder.is_whole else None, tuple(sorted(builder.faults))


class _OpenSequence:
    """A list whose end has not come."""

    __slots__ = ("_items", "_place")

    def __init__(self, place: Place) -> None:
        self._place = place
        self._items: list[Node] = []

    def add(self, node: Node) -> None:
        self._items.append(node)

    def closed(self) -> Sequence:
        return Sequence(tuple(self._items), self._place)


class _OpenMapping:
    """A mapping whose end has not come: a key, or what stands for one, comes before each value."""

    __slots__ = ("_entries", "_key", "_place", "is_key_next")

    def __init__(self, place: Place) -> None:
        self._place = place
        self._entries: dict[str | None, Entry] = {}
        self._key: Scalar | None = None
        self.is_key_next = True

    def add_key(self, key: Scalar) -> Fault | None:
        """Take a key, or say where it was given before; then the value after it is dropped."""
        self.is_key_next = False
        first = self._entries.get(key.text)
        if first is None:
            self._key = key
            return None
        self._key = None
        return _repetition(key, first.key.place)

    def drop_next(self) -> None:
        """Take what cannot be a key, and drop the value after it."""
        self.is_key_next = False
        self._key = None

    def add(self, node: Node) -> None:
        self.is_key_next = True
        if self._key is not None:
            self._entries[self._key.text] = Entry(self._key, node)

    def closed(self) -> Mapping:
        return Mapping(tuple(self._entries.values()), self._place)


def _repetition(key: Scalar, first: Place) -> Fault:
    return Fault(
        key.place,
        f"the key {quote(key.text or '')} is given twice",
        f"it is first given at line {first.line}, column {first.column}; keep one of the two",
    )


def _as_key(node: Node) -> Scalar | Fault:
    """Give the node as a key, or say why it cannot be one."""
    if not isinstance(node, Scalar):
        return Fault(
            node.place,
            "a key must be text, not a list or mapping",
            "put text that begins with a bracket in quotation marks",
        )
    if node.text is None:
        return Fault(
            node.place, "a key is left empty", "write the key before the `:`, in quotation marks if it is `null` or `~`"
        )
    if node.text == "<<" and not node.quoted:
        return Fault(node.place, "merge keys (`<<`) are not read", "write the entries out")
    return node


class _TreeBuilder:
    """The tree so far: what is open, what was wrong."""

    __slots__ = ("_count", "_has_gap", "_open", "faults", "has_stopped", "root")

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self.has_stopped = False
        self._open: list[_OpenSequence | _OpenMapping] = []
        self._has_gap = False
        self._count = 0

    @property
    def is_whole(self) -> bool:
        return not self._has_gap and not self._open

    def take(self, event: Event) -> None:
        if event.shape is Shape.END:
            self._add(self._open.pop().closed())
            return
        if event.shape is Shape.BREAK:
            self._stop()
            return
        self._count += 1
        if self._count > MAX_NODES:
            self.stop(Fault(event.place, f"more than {MAX_NODES:,} values in one file", "divide it into several files"))
        elif event.shape is Shape.SCALAR:
            self._check_text(event)
            self._add(Scalar(event.text, event.place, event.quoted))
        elif event.shape is Shape.UNREADABLE:
            self._has_gap = True
            self._add(Scalar(event.text, event.place, quoted=True))
        elif len(self._open) == MAX_DEPTH:
            self.stop(
                Fault(event.place, f"nested deeper than {MAX_DEPTH} levels", "check the brackets or the indentation")
            )
        else:
            self._open.append((_OpenSequence if event.shape is Shape.SEQUENCE else _OpenMapping)(event.place))

    def stop(self, fault: Fault) -> None:
        """Read no further for this fault: what is not read is missing."""
        self.faults.append(fault)
        self._stop()

    def _stop(self) -> None:
        self.has_stopped = self._has_gap = True

    def _add(self, node: Node) -> None:
        innermost = self._open[-1] if self._open else None
        if innermost is None:
            self.root = node
        elif isinstance(innermost, _OpenMapping) and innermost.is_key_next:
            self._add_key(innermost, node)
        else:
            innermost.add(node)

    def _add_key(self, mapping: _OpenMapping, node: Node) -> None:
        key = _as_key(node)
        if isinstance(key, Fault):
            mapping.drop_next()
            self._has_gap = True
            self.faults.append(key)
        elif repetition := mapping.add_key(key):
            self.faults.append(repetition)

    def _check_text(self, event: Event) -> None:
        """Escapes can make characters that could not stand in the file itself."""
        found = _NEVER_TEXT.search(event.text) if event.quoted and event.text else None
        if found:
            self._has_gap = True
            self.faults.append(
                Fault(
                    event.place,
                    f"an escape in this text makes the character U+{ord(found.group()):04X}, which no text may hold",
                    "take the escape out",
                )
            )
