"""Facts about commissioning: terms, specifications, and what is asked of providers."""

from typing import Annotated, ClassVar, Literal

from evidence_schemas.fact import Act, Document, Fact, Owned
from evidence_schemas.field import SetOf, ends, judged, topic
from evidence_schemas.vocabulary import (
    Ask,
    Bindingness,
    Characteristic,
    Commitment,
    CommitmentMoment,
    ContractUse,
    EvidenceSource,
    Extent,
    Party,
    SpecificationSort,
    Subject,
    Term,
    TermsSort,
    Weighed,
)
from evidence_schemas.when import When


class ContractTerms(Document, Owned, Fact):
    """The terms of contracts or grants: those that a body uses as its standard, or those of one contract."""

    label: ClassVar[str] = "set of contract terms"
    shown_by: ClassVar[str] = "the standard terms, or the signed contract or grant agreement"

    kind: Literal["contract_terms"]
    sort: Annotated[TermsSort | None, topic("sort of terms")] = None
    applies_to: Annotated[SetOf[ContractUse] | None, topic("where they apply")] = None
    includes: Annotated[SetOf[Term] | None, judged("contents")] = None
    share_of_contracts: Annotated[Extent | None, judged("share of the contracts that hold it")] = None


class ServiceSpecification(Document, Owned, Fact):
    """The specification of a service, the criteria by which it is awarded, or the award; of one or several alike."""

    label: ClassVar[str] = "service specification or award"
    shown_by: ClassVar[str] = "the tender documents, the scoring sheet or the award report of the service"

    kind: Literal["service_specification"]
    sort: Annotated[SpecificationSort | None, topic("sort of record")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("service")] = None
    needs_of: Annotated[SetOf[Characteristic] | None, judged("characteristics whose needs it states")] = None
    drawn_from: Annotated[SetOf[EvidenceSource] | None, judged("where the needs come from")] = None
    weighs: Annotated[SetOf[Weighed] | None, judged("what it weighs")] = None
    crimes_named: Annotated[SetOf[Subject] | None, judged("crimes for which support is weighed")] = None
    share_alike: Annotated[Extent | None, judged("share of such services for which it holds")] = None


class ProviderRequirement(Act, Owned, Fact):
    """The PCC told providers that something is needed or required of them; whether they agreed is another fact."""

    label: ClassVar[str] = "requirement of providers"
    shown_by: ClassVar[str] = "the contract clause, grant condition or letter by which providers were told"

    kind: Literal["provider_requirement"]
    told: Annotated[SetOf[Party] | None, topic("who was told")] = None
    subjects: Annotated[SetOf[Subject] | None, topic("service")] = None
    requires: Annotated[SetOf[Ask] | None, topic("what is required")] = None
    binding: Annotated[Bindingness | None, judged("how far it binds them")] = None
    share_told: Annotated[Extent | None, judged("share of those concerned who were told")] = None
    binds_until: Annotated[When | None, ends("last day on which it binds")] = None


class ProviderCommitment(Document, Owned, Fact):
    """Providers committed themselves to something."""

    label: ClassVar[str] = "commitment of providers"
    shown_by: ClassVar[str] = "the provider's signed pledge or tender answer"

    kind: Literal["provider_commitment"]
    commits_to: Annotated[SetOf[Commitment] | None, topic("what they committed to")] = None
    moment: Annotated[CommitmentMoment | None, judged("when they committed")] = None
    share_of_providers: Annotated[Extent | None, judged("how many of the providers did")] = None
