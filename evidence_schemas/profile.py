"""The profile: context that decides whether conditional wording applies, never how good anything is."""

from typing import Annotated

from evidence_schemas.fact import Frozen, Source
from evidence_schemas.field import FieldRole, Number, Text, YesNo, judged


class Answer(Frozen):
    """A yes or a no to a question of the profile, with its reason: an answer can make a criterion not applicable."""

    answer: YesNo
    reason: Text
    source: Source | None = None


class Profile(Frozen):
    """What an office says of itself and its area.

    A question left out is open: the wording applies, and the open question is a gap.
    """

    employees: Annotated[Number | None, judged("how many people the office employs")] = None
    deputy_employed: Annotated[Answer | None, judged("whether a deputy commissioner is employed")] = None
    section_60_authorised: Annotated[
        Answer | None, judged("whether a Section 60 order was authorised in the force area in the period")
    ] = None
    small_minority_ethnic_communities: Annotated[
        Answer | None, judged("whether the minority ethnic communities of the area are small")
    ] = None
    very_limited_representation: Annotated[
        Answer | None, judged("whether some group has very few people or none in the area")
    ] = None
    force_deploys_ai: Annotated[Answer | None, judged("whether the force deploys AI in any form")] = None
    serious_hate_crime_incident: Annotated[
        Answer | None, judged("whether there was a serious hate crime in the area in the period")
    ] = None
    learning_plan_exists: Annotated[
        Answer | None, judged("whether the office has made a learning and development plan")
    ] = None
    recognised_trade_union: Annotated[Answer | None, judged("whether the office recognises a trade union")] = None


def questions() -> dict[str, str]:
    """Every question of the profile with its words in a sentence ("whether ...", "how many ...")."""
    return {
        name: mark.label
        for name, info in Profile.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, FieldRole)
    }
