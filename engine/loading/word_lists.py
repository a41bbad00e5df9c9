"""Named lists of words: a framework names a list once, and a rule writes the name in capitals for its members."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from engine.loading.node_reader import NodeReader, Word
from engine.loading.source_text import Entry, Node
from engine.loading.spelling import hint
from engine.model.fault import quote
from evidence_schemas.catalogue import fact_types
from evidence_schemas.vocabulary import Vocabulary

_LIST_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class WordList:
    """The members of a named list, and the vocabulary that they are of (None: that is at fault)."""

    vocabulary: type[Vocabulary] | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordReader:
    """Reads words of closed vocabularies.

    `lists` are the named lists; None where they could not be read, and then every name of a list passes. `used` gathers
    the names of those that were read.
    """

    reader: NodeReader
    lists: Mapping[str, WordList] | None
    used: set[str] = field(default_factory=set)

    def one(self, node: Node | None, what: str, vocabulary: type[Vocabulary]) -> str:
        """One word."""
        word = self.reader.word(node, what, "one word")
        return word.text if word is not None and self._is_member(word, vocabulary) else ""

    def several(self, node: Node | None, what: str, vocabulary: type[Vocabulary]) -> tuple[str, ...]:
        """A list of words, each of them once, with the names of lists replaced by their members."""
        members: dict[str, None] = {}
        for item in self.reader.items(node, what):
            word = self.reader.word(item, f"each member of {what}", "one word")
            for member in self._members(word, what, vocabulary) if word is not None else ():
                if member in members:
                    self.reader.note(item, f"{quote(member)} stands twice in {what}")
                members[member] = None
        return tuple(members)

    def _members(self, word: Word, what: str, vocabulary: type[Vocabulary]) -> tuple[str, ...]:
        """The word itself, or the members of the list that it names."""
        if not _LIST_NAME.fullmatch(word.text):
            return (word.text,) if self._is_member(word, vocabulary) else ()
        if self.lists is None:
            return ()
        named = self.lists.get(word.text)
        if named is None:
            help_text = hint(
                word.text,
                self.lists,
                "lists are defined in `framework.yaml`; the members of a list are words, not lists",
            )
            self.reader.note(word, f"unknown list {quote(word.text)}", help_text)
            return ()
        if named.vocabulary is not None and named.vocabulary is not vocabulary:
            help_text = f"it lists words of `{named.vocabulary.__name__}`; here stand words of `{vocabulary.__name__}`"
            self.reader.note(word, f"the list `{word.text}` does not fit {what}", help_text)
            return ()
        self.used.add(word.text)
        return named.members

    def _is_member(self, word: Word, vocabulary: type[Vocabulary]) -> bool:
        try:
            vocabulary(word.text)
        except ValueError:
            otherwise = f"`evidence_schemas/vocabulary.py` has the words of `{vocabulary.__name__}`"
            message = f"unknown word {quote(word.text)} of `{vocabulary.__name__}`"
            self.reader.note(word, message, hint(word.text, [member.value for member in vocabulary], otherwise))
            return False
        return True


def read_word_lists(reader: NodeReader, node: Node | None) -> Mapping[str, WordList]:
    """Read `lists` of a framework file. A list is made of words only, not of other lists."""
    return {entry.key.text or "": _word_list(reader, entry) for entry in reader.mapping(node, "`lists`")}


def _word_list(reader: NodeReader, entry: Entry) -> WordList:
    name = entry.key.text or ""
    if not _LIST_NAME.fullmatch(name):
        reader.note(entry.key, f"the list name {quote(name)} is not in capitals", "write it like `RECORDED_SETTING`")
    values = reader.entries(entry.value, f"the list {quote(name)}", ("of", "members"))
    vocabularies = _vocabularies()
    otherwise = "the vocabularies are the classes of `evidence_schemas/vocabulary.py`"
    vocabulary = reader.known(values.get("of"), "vocabulary", vocabularies, otherwise)
    if vocabulary is None:
        return WordList(None, ())
    words = WordReader(reader, {})
    return WordList(
        vocabularies[vocabulary], words.several(values.get("members"), "`members`", vocabularies[vocabulary])
    )


@cache
def _vocabularies() -> Mapping[str, type[Vocabulary]]:
    return {
        field.vocabulary.__name__: field.vocabulary
        for kind in fact_types().values()
        for field in kind.fields.values()
        if field.vocabulary is not None
    }
