"""The evidence pack of one organisation: profile, documents, facts, claims and disclosed absences."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from evidence_schemas.fact import Fact, Frozen
from evidence_schemas.field import Id, Text
from evidence_schemas.profile import Profile
from evidence_schemas.when import When


class SourceDocument(Frozen):
    """A document that facts cite. `sha256` is that of the file, in hex, where the file is kept with the pack."""

    id: Id
    title: Text
    published_on: When | None = None
    file: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None


class Claim(Frozen):
    """A level that the organisation says it has reached, in a theme or in a section."""

    theme: Text | None = None
    section: Text | None = None
    level: Text


class NotHeld(Frozen):
    """A disclosed absence: the organisation does not hold facts of this kind, and says why. It is never a `no`."""

    kind: Text
    reason: Text


class PackHeader(Frozen):
    """Everything in a pack but its lists; `pack` is the version of the format."""

    pack: Literal["1"]
    organisation: Text
    framework: Text
    as_at: date | None = None
    profile: Profile = Profile()


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """One organisation's evidence, read and checked. Lists are in the order of their ids, so that order says nothing.

    `digest` is the SHA-256 of the canonical content, `sha256:` and hex; it does not depend on files, order or layout.
    """

    organisation: str
    framework: str
    as_at: date | None
    profile: Profile
    documents: tuple[SourceDocument, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    not_held: tuple[NotHeld, ...]
    digest: str
