"""Help for a word that is not known: the nearest one that is."""

from collections.abc import Collection
from difflib import get_close_matches

_FEW = 12


def hint(word: str, known: Collection[str], otherwise: str | None = None) -> str | None:
    """Ask whether the nearest known word was meant.

    Where none is near, list the known words if they are few; if they are many, give the help `otherwise`.
    """
    near = get_close_matches(word.lower(), known, n=1) or get_close_matches(word, known, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    if not known or len(known) > _FEW:
        return otherwise
    return f"write one of {in_backticks(known)}" if len(known) > 1 else f"write {in_backticks(known)}"


def in_backticks(words: Collection[str]) -> str:
    """The words as a list in a sentence, in the order given."""
    return ", ".join(f"`{word}`" for word in words)
