"""What every result that has a published schema tells of itself: the pack and the framework it is about."""

from pydantic import BaseModel, ConfigDict


class Told(BaseModel):
    """A part of a result: it is what its fields say, and nothing else may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PackTold(Told):
    """The pack that the result is about."""

    organisation: str
    digest: str


class FrameworkTold(Told):
    """The framework that the result is about."""

    id: str
    edition: str
    digest: str
