"""The closed vocabularies: every word that a fact may use, each with its one meaning.

A word never judges by itself; a rule says which words it asks for. `Scale` vocabularies are ordered, the weakest
word first.
"""

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list of words. Each member is written `NAME = "value", "meaning"[, "words in a sentence"]`."""

    meaning: str
    words: str

    def __new__(cls, value: str, meaning: str = "", words: str = "") -> Self:
        """Make a member; `words` is how a sentence says it, by default the value with spaces."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        member.words = words or value.replace("_", " ")
        return member


class Scale(Vocabulary):
    """A vocabulary whose words are ordered, the weakest first."""

    @property
    def rank(self) -> int:
        """Position in the order, from 0."""
        return list(type(self)).index(self)


# How far, how often, how much


class Standing(Vocabulary):
    """How far a document, a body or an arrangement has got."""

    PLANNED = "planned", "said that it will exist, nothing begun"
    UNDER_WAY = "under_way", "being drafted or set up"
    IN_PLACE = "in_place", "adopted, operating, in force"
    LAPSED = "lapsed", "expired, withdrawn, disbanded"


class Doing(Vocabulary):
    """How far an act has got."""

    PLANNED = "planned", "said that it will be done"
    UNDER_WAY = "under_way", "begun, not finished"
    DONE = "done", "carried out"
    DROPPED = "dropped", "given up, cancelled"


class Extent(Scale):
    """For how much of the whole it holds."""

    ONE = "one", "a single case"
    SOME = "some", "several cases, fewer than half, or the source says `some`"
    MOST = "most", "more than half, or the source says `most` or `as a rule`"
    ALL = "all", "every case, no exception recorded"


class Rhythm(Vocabulary):
    """How often it recurs, as the body itself states it."""

    EACH_TIME = "each_time", "each time the occasion arises; does not lapse by itself"
    MONTHLY = "monthly", "at least every month"
    QUARTERLY = "quarterly", "at least every three months"
    HALF_YEARLY = "half_yearly", "at least every six months", "half-yearly"
    YEARLY = "yearly", "at least every twelve months"
    EVERY_FEW_YEARS = "every_few_years", "a stated cycle longer than a year"
    ONCE = "once", "one occasion, no repeat stated"


class Turn(Vocabulary):
    """Which way a measure went."""

    IMPROVED = "improved", "went the wanted way (a gap or a disparity: got smaller)"
    UNCHANGED = "unchanged", "no change that the source calls a change"
    WORSENED = "worsened", "went the unwanted way"
    MIXED = "mixed", "better for some, worse for others"


class Finding(Vocabulary):
    """What somebody concluded."""

    UPHELD = "upheld", "yes"
    PARTLY_UPHELD = "partly_upheld", "yes in part, with stated limits"
    NOT_UPHELD = "not_upheld", "no"


class Side(Vocabulary):
    """For which side a dispute was settled."""

    DISPUTE_UPHELD = "dispute_upheld", "the dispute is right, the evidence does not stand"
    EVIDENCE_UPHELD = "evidence_upheld", "the evidence stands, the dispute falls"


class Found(Vocabulary):
    """Where a number comes from."""

    COMPUTED = "computed", "worked out by a measure from a data series in the pack"
    STATED = "stated", "as the source states it"


# Who


class Party(Vocabulary):
    """An organisation or a body of people."""

    OPCC = "opcc", "the commissioner and the office", "the office"
    FORCE = "force", "the police force", "the force"
    COMMUNITY_SAFETY_PARTNERSHIP = (
        "community_safety_partnership",
        "a statutory community safety partnership in the area",
        "the community safety partnership",
    )
    COMMISSIONED_SERVICE = (
        "commissioned_service",
        "a provider paid by the PCC by contract or grant",
        "commissioned services",
    )
    OTHER_PROVIDER = "other_provider", "a supplier or provider that is no commissioned service", "another provider"
    PUBLIC_PARTNER = "public_partner", "council, health, justice or other public body", "another public body"
    VOLUNTARY_SECTOR = "voluntary_sector", "voluntary, community or third-sector organisation", "the voluntary sector"
    COMMUNITY_GROUP = "community_group", "an informal or single-community group", "a community group"
    PUBLIC = "public", "members of the public at large", "members of the public"
    SERVICE_USERS = "service_users", "people who use a given service", "users of the service"
    VICTIMS = "victims", "people who have been victims of crime"
    STAFF = "staff", "the body's own staff", "its own staff"
    TRADE_UNION = "trade_union", "a recognised trade union", "a recognised trade union"
    WORKFORCE_REPRESENTATIVES = (
        "workforce_representatives",
        "representatives of the workforce other than a recognised union",
        "representatives of the workforce",
    )
    SCRUTINY_PANEL = "scrutiny_panel", "a community scrutiny group", "a scrutiny panel"
    NPCC = "npcc", "National Police Chiefs' Council", "the National Police Chiefs' Council"
    COLLEGE_OF_POLICING = "college_of_policing", "College of Policing", "the College of Policing"
    OTHER_STAKEHOLDER = "other_stakeholder", "any other outside body with an interest", "another stakeholder"


class StaffNetwork(Vocabulary):
    """A network of police officers or staff."""

    BLACK_POLICE_ASSOCIATION = "black_police_association", "Black Police Association", "the Black Police Association"
    RACE_EQUALITY_NETWORK = (
        "race_equality_network",
        "network for race equality other than a Black Police Association",
        "a race equality network",
    )
    LGBT_NETWORK = "lgbt_network", "LGBT+ network", "an LGBT+ network"
    FAITH_NETWORK = "faith_network", "network of a faith or of several", "a faith network"
    DISABILITY_NETWORK = "disability_network", "network of disabled people", "a disability network"
    WOMEN_NETWORK = "women_network", "women's network", "a women's network"
    OTHER_PROTECTED_NETWORK = (
        "other_protected_network",
        "any other network of people who share a protected characteristic",
        "another network for a protected characteristic",
    )
    OTHER_NETWORK = (
        "other_network",
        "any other staff network or association, such as the Police Federation",
        "another staff network or association",
    )


class Role(Vocabulary):
    """A role, never a person."""

    PCC = "pcc", "the commissioner (or the mayor or deputy mayor who acts as one)", "the PCC"
    DEPUTY_PCC = "deputy_pcc", "the deputy commissioner", "the deputy PCC"
    CHIEF_EXECUTIVE = "chief_executive", "the head of the office", "the chief executive"
    OPCC_SENIOR_STAFF = "opcc_senior_staff", "other senior members of the office", "senior staff of the office"
    OPCC_LEADERS = (
        "opcc_leaders",
        "the leaders of the office, all of them: the PCC, any deputy, the chief executive and other senior staff",
        "the leaders of the office as a body",
    )
    OPCC_MANAGER = "opcc_manager", "any manager in the office", "a manager in the office"
    OPCC_STAFF = "opcc_staff", "any member of the office's staff", "staff of the office"
    NEW_OPCC_STAFF = "new_opcc_staff", "staff new to the office", "new staff of the office"
    CHIEF_CONSTABLE = "chief_constable", "the Chief Constable", "the Chief Constable"
    SECTION_60_AUTHORISING_OFFICER = (
        "section_60_authorising_officer",
        "the officer who authorised a Section 60 order",
        "the officer who authorised a Section 60 order",
    )
    FORCE_EQUALITY_LEAD = (
        "force_equality_lead",
        "whoever leads on the equality duty in the force",
        "the equality lead of the force",
    )
    FORCE_LINE_MANAGER = "force_line_manager", "a line manager in the force", "a line manager in the force"
    FORCE_STAFF = "force_staff", "police staff", "staff of the force"
    POLICE_OFFICER = "police_officer", "police officers of any rank", "police officers"
    OFFICERS_OF_ALL_RANKS = (
        "officers_of_all_ranks",
        "police officers of every rank, chief officers among them",
        "police officers of all ranks",
    )
    POLICE_RECRUIT = "police_recruit", "a recruit in training", "police recruits"
    PANEL_MEMBER = "panel_member", "a member of a scrutiny panel or committee", "members of a panel"
    SELECTION_PANEL = "selection_panel", "people who sit on selection panels", "selection panels"
    SENIOR_SELECTION_PANEL = (
        "senior_selection_panel",
        "people who sit on panels for senior posts",
        "selection panels for senior posts",
    )


class Chair(Vocabulary):
    """Who chairs."""

    INDEPENDENT_MEMBER_OF_PUBLIC = (
        "independent_member_of_public",
        "a member of the public with no post in office, force or partner",
        "an independent member of the public",
    )
    OPCC_MEMBER_OR_STAFF = (
        "opcc_member_or_staff",
        "the PCC, the deputy or the office's staff",
        "the PCC or somebody of the office",
    )
    POLICE_OFFICER_OR_STAFF = "police_officer_or_staff", "somebody of the force", "somebody of the force"
    PARTNER_REPRESENTATIVE = "partner_representative", "somebody of another body", "somebody of a partner body"
    JOINTLY_CHAIRED = "jointly_chaired", "two or more chairs, not all independent", "two or more chairs together"


class Characteristic(Vocabulary):
    """The nine protected characteristics."""

    AGE = "age", "belonging to an age group"
    DISABILITY = "disability", "a lasting physical or mental impairment"
    GENDER_REASSIGNMENT = "gender_reassignment", "being trans, at any stage"
    MARRIAGE_AND_CIVIL_PARTNERSHIP = "marriage_and_civil_partnership", "being married or in a civil partnership"
    PREGNANCY_AND_MATERNITY = "pregnancy_and_maternity", "being pregnant, or having given birth lately"
    RACE = "race", "race, including ethnic group"
    RELIGION_OR_BELIEF = "religion_or_belief", "a faith, a belief, or having none"
    SEX = "sex", "being a woman or a man"
    SEXUAL_ORIENTATION = "sexual_orientation", "to whom a person is attracted"


class Group(Vocabulary):
    """A group of people that a fact speaks of."""

    BLACK = "black", "Black people", "Black people"
    ASIAN = "asian", "Asian people", "Asian people"
    OTHER_MINORITY_ETHNIC = (
        "other_minority_ethnic",
        "people of any other minority ethnic group",
        "people of other minority ethnic groups",
    )
    CHILDREN = "children", "people under 18"
    OLDER_PEOPLE = "older_people", "people in later life, as the source draws the line"
    DISABLED_PEOPLE = "disabled_people", "people with any disability"
    LGBT_PEOPLE = "lgbt_people", "lesbian, gay, bisexual and trans people", "LGBT+ people"
    WOMEN = "women", "women and girls", "women and girls"
    FAITH_COMMUNITIES = "faith_communities", "people of a faith or belief"
    PEOPLE_IN_MENTAL_ILL_HEALTH = (
        "people_in_mental_ill_health",
        "people with mental ill-health",
        "people with mental ill-health",
    )
    LIVED_EXPERIENCE_OF_POWERS = (
        "lived_experience_of_powers",
        "people who have been subject to police powers",
        "people with lived experience of police powers",
    )
    LOW_CONFIDENCE_COMMUNITIES = (
        "low_confidence_communities",
        "communities with a history of low confidence in the police",
        "communities with low confidence in the police",
    )
    UNDER_REPRESENTED = (
        "under_represented",
        "groups that the source shows to be under-represented",
        "under-represented groups",
    )
    HIGHLY_VULNERABLE_PEOPLE = "highly_vulnerable_people", "people at high risk of harm"
    SCARCE_LOCALLY = (
        "scarce_locally",
        "a group that the source shows to have very few people or none in the area",
        "groups with very few people in the area",
    )
    OTHER_PROTECTED_GROUP = (
        "other_protected_group",
        "any other group whose members share a protected characteristic, named by the source",
        "another group that shares a protected characteristic",
    )
    OTHER_GROUP = "other_group", "a group for which there is no word here, named by the source", "another named group"
    WHOLE_COMMUNITY = "whole_community", "the people of the area taken together", "the people of the area as a whole"


# What about


class Subject(Vocabulary):
    """What a fact is about: one list for actions, policies, training, data and reviews."""

    STOP_AND_SEARCH = "stop_and_search", "searches of people or vehicles in general"
    SECTION_60 = "section_60", "searches under a Section 60 order", "Section 60 searches"
    SECTION_60_AUTHORISATIONS = (
        "section_60_authorisations",
        "decisions to authorise Section 60 orders",
        "Section 60 authorisations",
    )
    POLICE_POWERS = "police_powers", "use of police powers as a whole"
    USE_OF_FORCE = "use_of_force", "use of force as a whole"
    TASER = "taser", "use of TASER", "TASER"
    BODY_WORN_VIDEO = "body_worn_video", "body-worn video footage", "body-worn video"
    ETHNICITY_RECORDING = (
        "ethnicity_recording",
        "recording of ethnicity as the person states it",
        "recording of self-defined ethnicity",
    )
    DISPARITIES = "disparities", "differences between groups in how policing or justice treats them"
    ARTIFICIAL_INTELLIGENCE = "artificial_intelligence", "artificial intelligence that the force uses", "AI"
    OUTCOMES_OF_AI = "outcomes_of_ai", "what came of putting AI to use", "outcomes of AI deployments"
    OTHER_NEW_TECHNOLOGY = (
        "other_new_technology",
        "new technology of the force other than AI",
        "new technology other than AI",
    )
    ALGORITHMIC_BIAS = "algorithmic_bias", "bias in algorithms", "bias in algorithms"
    COMMUNITY_CONFIDENCE = "community_confidence", "confidence in the police"
    COMMUNITY_TRUST = "community_trust", "trust within and between communities"
    COMMUNITY_TENSIONS = "community_tensions", "tensions between communities"
    COMMUNITY_REASSURANCE = "community_reassurance", "reassurance after an incident"
    CRIME_REDUCTION = "crime_reduction", "cutting crime"
    HATE_CRIME = "hate_crime", "crime out of hostility to a group"
    DOMESTIC_ABUSE = "domestic_abuse", "abuse by a partner or within a family"
    SEXUAL_VIOLENCE = "sexual_violence", "rape and other sexual offences"
    OTHER_TARGETED_CRIME = (
        "other_targeted_crime",
        "another crime that the source shows to fall on people with a protected characteristic more than on others",
        "another crime that falls on people with a protected characteristic more than on others",
    )
    HARASSMENT_IN_COMMUNITY = (
        "harassment_in_community",
        "harassment of members of the public",
        "harassment in the community",
    )
    VICTIMS_OF_CRIME = (
        "victims_of_crime",
        "people who were victims of crime, and the service given to them",
        "victims of crime and service to them",
    )
    MISSING_PEOPLE = "missing_people", "service to missing people", "service to missing people"
    MENTAL_ILL_HEALTH = (
        "mental_ill_health",
        "policing of people with mental ill-health",
        "policing of mental ill-health",
    )
    VICTIMS_SERVICES = "victims_services", "support services for victims", "victims' services"
    SERVICES_MATCHING_AREA = (
        "services_matching_area",
        "victims' services in proportion to the ethnic make-up of the area",
        "victims' services that match the ethnic make-up of the area",
    )
    MINORITY_ETHNIC_VICTIMS = (
        "minority_ethnic_victims",
        "victims from minority ethnic communities: who they are and the issues they face",
        "minority ethnic victims and the issues they face",
    )
    NEEDS_OF_ALL_VICTIMS = "needs_of_all_victims", "what all victims need, whoever they are", "the needs of all victims"
    COMMISSIONED_SERVICES = (
        "commissioned_services",
        "services of all sorts that the PCC pays for",
        "commissioned services of all sorts",
    )
    VICTIMS_SERVICE_PROMOTION = (
        "victims_service_promotion",
        "making victims' services known",
        "promotion of victims' services",
    )
    SERVICE_ACCESS = "service_access", "access to and take-up of services", "access to services"
    SERVICE_ACCESSIBILITY = (
        "service_accessibility",
        "whether those who need a service can get to it and use it",
        "accessibility of services",
    )
    SERVICE_USE_MAPPING = "service_use_mapping", "mapping of who uses a service", "mapping of who uses a service"
    USER_SATISFACTION = "user_satisfaction", "satisfaction of people who used a service", "satisfaction of users"
    COMPLAINTS_ABOUT_FORCE = "complaints_about_force", "complaints about the force", "complaints about the force"
    COMPLAINTS_TO_OFFICE = (
        "complaints_to_office",
        "complaints about the force that people made to the office",
        "complaints about the force made to the office",
    )
    PARTICIPATION = (
        "participation",
        "who takes part in engagement or contacts the PCC or the office",
        "who takes part in engagement or contacts the PCC or the office",
    )
    SCRUTINY_PARTICIPATION = (
        "scrutiny_participation",
        "who takes part in community scrutiny",
        "participation in scrutiny",
    )
    SCRUTINY_FUNCTIONS = "scrutiny_functions", "how scrutiny of the force works", "how scrutiny of the force works"
    DIVERSE_COMMUNITIES = "diverse_communities", "needs of the diverse communities of the area"
    SERVING_DIVERSE_COMMUNITIES = (
        "serving_diverse_communities",
        "a workforce able to serve diverse communities",
        "a workforce able to serve diverse communities",
    )
    EQUALITY = "equality", "equality, diversity and inclusion in general"
    EQUALITY_DUTIES = "equality_duties", "the duties under the Equality Act, the public sector equality duty among them"
    EQUALITY_OBJECTIVES = "equality_objectives", "the equality objectives that a body set itself"
    FORCE_EQUALITY_OBJECTIVES = (
        "force_equality_objectives",
        "the equality objectives of the force itself",
        "the force's own equality objectives",
    )
    EQUALITY_INFORMATION = (
        "equality_information",
        "the information that the specific duty asks to be published",
        "the equality information that the specific duty asks for",
    )
    WORKFORCE_INFORMATION = "workforce_information", "equality information about employees"
    PROGRESS_ON_EQUALITY_OBJECTIVES = (
        "progress_on_equality_objectives",
        "how far the equality objectives have been reached",
    )
    EQUALITY_IMPACT_ASSESSMENT = "equality_impact_assessment", "equality analysis or impact assessment"
    EQUALITY_IN_JUSTICE = (
        "equality_in_justice",
        "equality priorities in policing and criminal justice, and performance against them",
        "equality priorities in policing and criminal justice",
    )
    HUMAN_RIGHTS = "human_rights", "human rights and how they are kept"
    DATA_PROTECTION = "data_protection", "keeping to data protection law"
    POLICE_RACE_ACTION_PLAN = (
        "police_race_action_plan",
        "the national Police Race Action Plan",
        "the Police Race Action Plan",
    )
    PROCUREMENT = "procurement", "buying goods and services"
    SUPPLIER_CHECKS = "supplier_checks", "due diligence on possible suppliers", "due diligence on possible suppliers"
    CONTRACT_EQUALITY_CLAUSES = (
        "contract_equality_clauses",
        "performance against the equality clauses of contracts",
        "equality clauses in contracts",
    )
    WORKFORCE_DIVERSITY = "workforce_diversity", "make-up of the workforce, all groups and levels"
    ATTRACTION = "attraction", "drawing applicants", "attraction of applicants"
    RECRUITMENT = "recruitment", "recruitment and selection"
    RETENTION = "retention", "keeping people"
    PROGRESSION = "progression", "progress and promotion"
    PROMOTION = "promotion", "promotion to a higher post", "promotion"
    GRIEVANCE = "grievance", "grievances", "grievances"
    DISCIPLINE = "discipline", "disciplinary cases"
    EXIT = "exit", "leaving the service", "leaving"
    EXIT_INTERVIEWS = "exit_interviews", "talks with people who leave"
    RECRUIT_TRAINING = "recruit_training", "initial training of recruits", "training of recruits"
    EXIT_FEEDBACK = "exit_feedback", "what people say in exit interviews", "what people say in exit interviews"
    EMOTIONAL_SKILLS = (
        "emotional_skills",
        "emotional skills and behaviour for work with people, and why they matter",
        "the importance of emotional skills and behaviour",
    )
    LEARNING_AND_DEVELOPMENT = "learning_and_development", "learning and development of staff"
    LEARNING_OF_LEADERS = (
        "learning_of_leaders",
        "all that the leaders of a body are taught, and how they develop",
        "all training and development of leaders",
    )
    POWERS_TRAINING = "powers_training", "training in the use of powers", "training in police powers"
    UNCONSCIOUS_BIAS = "unconscious_bias", "bias that people are not aware of"
    HARASSMENT_AT_WORK = "harassment_at_work", "harassment at work, in all its forms", "harassment at work"
    BULLYING_AT_WORK = "bullying_at_work", "bullying at work, which need not be harassment", "bullying at work"
    VICTIMISATION = "victimisation", "worse treatment because somebody complained"
    DIGNITY_AT_WORK = "dignity_at_work", "dignity and respect at work", "dignity and respect at work"
    RAISING_CONCERNS = "raising_concerns", "ways for staff to raise concerns"
    GRIEVANCE_HANDLING = (
        "grievance_handling",
        "handling grievances about discrimination and harassment",
        "handling of grievances about discrimination and harassment",
    )
    SOCIAL_MEDIA = "social_media", "use of social media"
    INSTANT_MESSAGING = "instant_messaging", "use of instant messaging"
    REASONABLE_ADJUSTMENTS = "reasonable_adjustments", "adjustments for disabled people"
    EQUAL_PAY = "equal_pay", "equal pay for equal work"
    FLEXIBLE_WORKING = "flexible_working", "working hours and places that can be varied"
    FAMILY_FRIENDLY = "family_friendly", "family-friendly provisions", "family-friendly provisions"
    STAFF_WELFARE = "staff_welfare", "health, wellbeing and welfare of staff"
    STAFF_PART_IN_CHANGE = (
        "staff_part_in_change",
        "the part that staff have in changes to employment, services, roles and ways of working",
        "the part of staff in change",
    )
    MENTAL_HEALTH_AT_WORK = "mental_health_at_work", "mental health in the workplace"
    ABSENCE = "absence", "absence from work"
    DISABILITY_MODEL = "disability_model", "how disability is understood", "model of disability"
    OFFICER_CONDUCT = "officer_conduct", "conduct of officers below the standard", "conduct of officers"
    OTHER_WORKFORCE_MATTER = (
        "other_workforce_matter",
        "any other matter of the workforce: line management, workload, vetting, equipment",
        "another matter of the workforce",
    )


class Ask(Vocabulary):
    """What the PCC asked for, or required."""

    EXPLANATION = "explanation", "an account of what is done and why", "an explanation"
    ACTION = "action", "that something be done"
    PROGRESS = "progress", "faster or further progress"
    AUDIT = "audit", "an audit", "an audit"
    EVIDENCE_BASE = "evidence_base", "gathering evidence", "gathering of evidence"
    RECORDING = "recording", "that something be recorded"
    MONITORING = "monitoring", "standing monitoring", "standing monitoring"
    OWN_MONITORING = (
        "own_monitoring",
        "monitoring within the force that works, and shows it where it treats groups differently",
        "effective monitoring within the force itself",
    )
    LEVELS = "levels", "an account of how much of it there is", "how much of it there is"
    ANALYSIS = "analysis", "analysis of what is behind cases or figures, as a matter of course", "regular analysis"
    PROCESS = "process", "a standing process", "a standing process"
    STRUCTURED_PROCESS = (
        "structured_process",
        "a standing process with a set method: who looks at what, and how",
        "a structured process that stands",
    )
    OPEN_PROCESS = "open_process", "a process that is clear and open to see", "a clear and transparent process"
    POLICY = "policy", "a policy in force", "a policy"
    REVIEW = "review", "a review of what exists", "a review"
    REGULAR_REVIEW = "regular_review", "reviewing again and again, as a matter of course", "regular review"
    YEARLY_REVIEW = "yearly_review", "that something be reviewed every year", "a review every year"
    EXIT_LEARNING = (
        "exit_learning",
        "talks with people who leave, used to learn why they go",
        "use of exit interviews to learn why people leave",
    )
    PLAN = "plan", "a plan or strategy", "a plan"
    LEARNING_PLAN_WITH_EQUALITY = (
        "learning_plan_with_equality",
        "a plan for learning and development that takes account of equality",
        "a plan for learning that takes account of equality",
    )
    OFFICER_IMPROVEMENT = (
        "officer_improvement",
        "that officers get better at what they do by what is found",
        "improvement of officers by what is found",
    )
    TRAINING = "training", "that people be trained"
    ENCOURAGEMENT = (
        "encouragement",
        "an account of what is done to encourage people, or that more be done",
        "encouragement of the people concerned",
    )
    CAPABILITY = "capability", "that people be able to do it, by skill or by training", "the capability for it"
    MAIN_PART = "main_part", "that it be a main part of the whole", "that it be a key part"
    EFFECTIVENESS = "effectiveness", "that something do what it is for", "that it be effective"
    COMMUNICATION = "communication", "that those concerned be told properly", "that it be well communicated"
    IMPLEMENTATION = (
        "implementation",
        "full use of a guidance, a policy or a practice",
        "full use of a guidance, a policy or a practice",
    )
    USE = "use", "that a guidance, a policy or a practice be used", "use of a guidance, a policy or a practice"
    FULL_IMPLEMENTATION = "full_implementation", "that all of a guidance be put into practice"
    RISK_MANAGEMENT = "risk_management", "management of a risk"
    EQUALITY_IMPACT_ASSESSMENT = (
        "equality_impact_assessment",
        "an equality impact assessment",
        "an equality impact assessment",
    )
    IMPACT_ASSESSMENT_REVIEW = (
        "impact_assessment_review",
        "keeping equality impact assessments under review as things develop",
        "ongoing review of equality impact assessments",
    )
    OUTCOME_ANALYSIS = "outcome_analysis", "analysis of results", "analysis of outcomes"
    TARGETS = "targets", "that figures to be reached be set"
    PUBLICATION = (
        "publication",
        "publication of data, so that the public can scrutinise them",
        "publication of data for scrutiny by the public",
    )
    NOTIFICATION = "notification", "telling the PCC each time it is put to use", "notice to the PCC of each use"
    COMMUNITY_INVOLVEMENT = (
        "community_involvement",
        "involving communities regularly",
        "regular involvement of communities",
    )
    COMMUNITY_OPPORTUNITIES = (
        "community_opportunities",
        "chances for communities to inform what is done",
        "opportunities for communities to inform it",
    )
    NETWORK_INVOLVEMENT = (
        "network_involvement",
        "giving staff networks, in general or two at least, a part in the making of policies",
        "a part of staff networks in the making of policies",
    )
    UNION_CONSULTATION = (
        "union_consultation",
        "consulting a recognised union or, where there is none, other representatives of the workforce",
        "consultation of a recognised union or of other representatives of the workforce",
    )
    LEAD_AWARENESS = (
        "lead_awareness",
        "that the equality-duty lead knows how it is put to use",
        "awareness by the equality lead of how it is used",
    )
    LEAD_MONITORING = (
        "lead_monitoring",
        "that the equality-duty lead keeps watch on what it may mean for the equality duties",
        "active monitoring by the equality lead of what it means for the equality duties",
    )
    IN_HOUSE = "in_house", "that the body do it itself and not leave it to a supplier", "doing it in house"
    USE_MAPPING = "use_mapping", "mapping who uses a service", "mapping of use"
    USE_REVIEW = "use_review", "reviewing current use of a service", "review of current use"
    AWARENESS_ACTION = (
        "awareness_action",
        "making a service known to all communities",
        "action to make it known to all communities",
    )


class ForceWork(Vocabulary):
    """What kind of work of the force is meant."""

    POLICY = "policy", "policies"
    PRACTICE = "practice", "what is done in practice"
    GUIDANCE = "guidance", "guidance to officers and staff"
    TRAINING = "training", "training of officers and staff"
    DECISION = "decision", "decisions"


class Standard(Vocabulary):
    """A law, guidance or model that is named."""

    EQUALITY_ACT_2010 = "equality_act_2010", "Equality Act 2010", "the Equality Act 2010"
    GDPR = "gdpr", "data protection law", "data protection law"
    HUMAN_RIGHTS_ACT_1998 = "human_rights_act_1998", "Human Rights Act 1998", "the Human Rights Act 1998"
    ARTICLE_8_PRIVACY = "article_8_privacy", "right to private life under that Act", "the right to private life"
    ARTICLE_10_EXPRESSION = "article_10_expression", "freedom of expression under that Act", "freedom of expression"
    EHRC_HARASSMENT_GUIDANCE = (
        "ehrc_harassment_guidance",
        "EHRC guidance on harassment at work",
        "EHRC guidance on harassment",
    )
    EHRC_AI_GUIDANCE = "ehrc_ai_guidance", "EHRC guidance on AI in public services", "EHRC guidance on AI"
    EHRC_EMPLOYMENT_GUIDANCE = (
        "ehrc_employment_guidance",
        "other EHRC guidance for employers",
        "EHRC guidance on employment",
    )
    EHRC_BIAS_TRAINING_PRACTICE = (
        "ehrc_bias_training_practice",
        "EHRC good practice on bias training",
        "EHRC good practice on bias training",
    )
    BUYING_BETTER_OUTCOMES = (
        "buying_better_outcomes",
        "EHRC guidance on equality in procurement",
        "Buying Better Outcomes",
    )
    POLICE_RACE_ACTION_PLAN = (
        "police_race_action_plan",
        "the national Police Race Action Plan",
        "the Police Race Action Plan",
    )
    SOCIAL_MODEL_OF_DISABILITY = (
        "social_model_of_disability",
        "the view that barriers around a person disable, not the impairment",
        "the social model of disability",
    )


class EvidenceSource(Vocabulary):
    """What was drawn upon."""

    YJB_DISPROPORTIONALITY_TOOL = (
        "yjb_disproportionality_tool",
        "Youth Justice Board summary disproportionality tool",
        "the Youth Justice Board disproportionality tool",
    )
    OTHER_NATIONAL_TOOL = "other_national_tool", "another national data tool or framework", "another national tool"
    OTHER_RESOURCE = "other_resource", "a local tool, a study or another resource", "another resource"
    STOP_AND_SEARCH_DATA = "stop_and_search_data", "stop and search records"
    USE_OF_FORCE_DATA = "use_of_force_data", "use of force records"
    EQUALITY_PERFORMANCE_DATA = (
        "equality_performance_data",
        "data on performance against equality objectives",
        "data on equality performance",
    )
    SERVICE_ACCESS_DATA = (
        "service_access_data",
        "data on access to commissioned services",
        "data on access to commissioned services",
    )
    SATISFACTION_DATA = (
        "satisfaction_data",
        "data on how satisfied people were with a service that they used",
        "data on user satisfaction",
    )
    HATE_CRIME_DATA = "hate_crime_data", "hate crime and victim data"
    WORKFORCE_DATA = "workforce_data", "data about the workforce"
    OTHER_FIGURES = "other_figures", "figures of any other kind"
    STAFF_VIEWS = "staff_views", "what staff said", "views of staff"
    OTHER_STAFF_INFORMATION = (
        "other_staff_information",
        "anything else that comes from staff: what they disclosed, referrals to occupational health, wellbeing plans",
        "other information from staff",
    )
    STAFF_NETWORK_VIEWS = "staff_network_views", "what staff networks said", "views of staff networks"
    LOCAL_WORKFORCE_SURVEY = (
        "local_workforce_survey",
        "a survey of the local force workforce",
        "a local workforce survey",
    )
    NATIONAL_WELLBEING_SURVEY = (
        "national_wellbeing_survey",
        "National Police Wellbeing Survey",
        "the National Police Wellbeing Survey",
    )
    BLACK_WORKFORCE_SURVEY = "black_workforce_survey", "Black Workforce Survey", "the Black Workforce Survey"
    OTHER_NATIONAL_SURVEY = (
        "other_national_survey",
        "another national survey of the police workforce",
        "another national survey of the police workforce",
    )
    IOPC_LEARNING_REPORT = "iopc_learning_report", "IOPC learning report", "an IOPC learning report"
    HMICFRS_REPORT = "hmicfrs_report", "HMICFRS report", "an HMICFRS report"
    SUPER_COMPLAINT_RESPONSE = (
        "super_complaint_response",
        "a response to a super-complaint",
        "a response to a super-complaint",
    )
    ANGIOLINI_REVIEW = "angiolini_review", "Angiolini review", "the Angiolini review"
    OTHER_NATIONAL_REPORT = "other_national_report", "another national report", "another national report"
    COMMUNITY_ENGAGEMENT = "community_engagement", "engagement with communities", "engagement with communities"
    SECTOR_ENGAGEMENT = (
        "sector_engagement",
        "engagement with voluntary organisations",
        "engagement with the voluntary sector",
    )
    IMPACT_ASSESSMENT = "impact_assessment", "an equality impact assessment", "an equality impact assessment"
    NEEDS_ASSESSMENT = "needs_assessment", "a needs assessment", "a needs assessment"
    EXIT_INTERVIEWS = "exit_interviews", "talks with people who leave"


class Purpose(Vocabulary):
    """What an input fed, or what a decision decides."""

    UNDERSTANDING_DISPARITIES = (
        "understanding_disparities",
        "knowing what lies behind differences between groups",
        "understanding of disparities",
    )
    ACTION_ON_DISPARITIES = "action_on_disparities", "action against disparities"
    DECISIONS = "decisions", "decisions in general"
    PRIORITIES = "priorities", "priorities in general"
    EQUALITY_OBJECTIVES = (
        "equality_objectives",
        "setting the equality objectives of the body whose act it is",
        "setting its own equality objectives",
    )
    FORCE_PRIORITIES = "force_priorities", "priorities for the force", "priorities for the force"
    COMMISSIONING_PRIORITIES = (
        "commissioning_priorities",
        "priorities for commissioned services",
        "priorities for commissioning",
    )
    COMMISSIONING = "commissioning", "commissioning decisions", "commissioning decisions"
    POLICE_AND_CRIME_PLAN = (
        "police_and_crime_plan",
        "the Police and Crime Plan and the strategy for the force in it",
        "the Police and Crime Plan",
    )
    STRATEGIC_PLANNING = "strategic_planning", "strategic planning in general"
    SERVICE_DESIGN = "service_design", "design of a service", "design of a service"
    SERVICE_DELIVERY = "service_delivery", "running of a service", "running of a service"
    SCRUTINY = "scrutiny", "scrutiny of the force", "scrutiny of the force"
    OVERSIGHT = "oversight", "other oversight of the force", "oversight of the force"
    IMPACT_ASSESSMENTS = "impact_assessments", "equality impact assessments", "equality impact assessments"
    BASELINE = (
        "baseline",
        "a baseline from which the force is to do better locally",
        "a baseline for the force to do better locally",
    )
    WELLBEING_PRIORITIES = "wellbeing_priorities", "health and wellbeing priorities"
    ABSENCE_ACTION = (
        "absence_action",
        "action on absence by an occupational health approach",
        "action on absence by an occupational health approach",
    )
    HARASSMENT_ACTION = (
        "harassment_action",
        "action on harassment or bullying, in single cases or on what lies behind them",
        "action on harassment and bullying",
    )
    EMPLOYMENT_TRANSFORMATION = "employment_transformation", "change in employment", "change in employment"
    SERVICE_TRANSFORMATION = "service_transformation", "change in services", "change in services"
    NEW_ROLES = "new_roles", "creating new roles"
    WAYS_OF_WORKING = "ways_of_working", "new ways of working"
    POLICY_DEVELOPMENT = "policy_development", "making employment policies", "making employment policies"
    POLICY_MONITORING = "policy_monitoring", "monitoring employment policies", "monitoring of employment policies"


class Level(Vocabulary):
    """Reach of a data source or of a statement."""

    LOCAL = "local", "force area or part of it"
    REGIONAL = "regional", "region"
    NATIONAL = "national", "country"


# Engagement and scrutiny


class Mode(Scale):
    """Level of engagement."""

    INFORM = "inform", "telling people"
    CONSULT = "consult", "asking people"
    PARTICIPATE = "participate", "taking part in the work"
    CO_PRODUCE = "co_produce", "designing or producing together", "co-produce"


class Method(Vocabulary):
    """How people were reached."""

    INTERVIEWS = "interviews", "talks with one person at a time"
    FOCUS_GROUPS = "focus_groups", "guided talks with a small group"
    LISTENING_EVENT = "listening_event", "listening events or visits"
    OTHER_QUALITATIVE = (
        "other_qualitative",
        "any other way of hearing people in their own words",
        "other qualitative work",
    )
    SURVEY = "survey", "a fixed set of questions to many"
    FORUM = "forum", "standing forum or panel"
    ONLINE = "online", "online tool"


class Novelty(Vocabulary):
    """How new an approach is here."""

    NEW_TO_THE_AREA = "new_to_the_area", "not used before in the area"
    NEW_TO_THE_BODY = "new_to_the_body", "not used before by this body"
    ESTABLISHED = "established", "in use before"


class AimedAt(Vocabulary):
    """Whom a mechanism is meant for."""

    EVERYONE = "everyone", "the mainstream, open to all"
    NAMED_GROUPS = "named_groups", "particular groups only", "named groups only"


class Sought(Vocabulary):
    """What was to be learned."""

    VIEWS = "views", "views and perspectives"
    CONCERNS = "concerns", "what troubles people"
    NEEDS = "needs", "what people need"
    CONFIDENCE = "confidence", "level of confidence"
    SUPPORT = "support", "help or advice"


class CommissioningStage(Vocabulary):
    """Stage of planning and commissioning."""

    UNDERSTANDING_NEED = "understanding_need", "finding out what is needed", "understanding of need"
    PLANNING = "planning", "planning and design"
    BUYING = "buying", "specification, tender and award"
    REVIEWING = "reviewing", "monitoring and review"


class Process(Vocabulary):
    """In which process a step includes people."""

    DECISION_MAKING = "decision_making", "making decisions", "decision-making"
    SCRUTINY = "scrutiny", "community scrutiny"
    ENGAGEMENT = "engagement", "engagement in general"
    RECRUITMENT = "recruitment", "recruitment and selection"
    CAREERS = "careers", "careers: getting on, and staying on", "careers and retention"
    SERVICE = "service", "delivery of a service"


class StepKind(Vocabulary):
    """Kind of inclusion step."""

    OUTREACH = "outreach", "going to people"
    TARGETED_INVITATION = "targeted_invitation", "inviting a group by name"
    TARGETED_ADVERTISING = "targeted_advertising", "advertising posts to a group"
    COSTS_MET = "costs_met", "expenses, travel or childcare met"
    LANGUAGE_OR_FORMAT = "language_or_format", "interpreter, translation, easy read, BSL"
    PLACE_AND_TIME = "place_and_time", "accessible place, suitable times, remote ways"
    INDIVIDUAL_ADJUSTMENT = "individual_adjustment", "adjustment for one person's needs"
    TRAINING_TO_TAKE_PART = "training_to_take_part", "training or coaching to take part"
    VETTING_EASED = "vetting_eased", "vetting made fit for the part", "eased vetting"
    SERVICE_ADAPTED = "service_adapted", "service or event adapted to a group", "an adapted service"
    MENTORING_OR_SPONSORSHIP = "mentoring_or_sponsorship", "mentoring, coaching, sponsorship"
    SELECTION_REFORM = "selection_reform", "change to how people are selected", "reform of selection"


class ActivityAim(Vocabulary):
    """Aim of a public activity."""

    GOOD_RELATIONS = "good_relations", "good relations between groups"
    COHESION = "cohesion", "cohesion of communities"
    CELEBRATING_DIFFERENCE = "celebrating_difference", "making something good of difference"
    USE_OF_VICTIMS_SERVICES = (
        "use_of_victims_services",
        "awareness of victims' services",
        "awareness of victims' services",
    )
    STAFF_POLICIES = "staff_policies", "staff knowing the policies", "staff knowing the policies"


class CommsFinding(Vocabulary):
    """What a look at communications found."""

    PROMOTES_GOOD_RELATIONS = (
        "promotes_good_relations",
        "content furthers good relations between groups",
        "that it furthers good relations",
    )
    REFLECTS_AREA_DEMOGRAPHICS = (
        "reflects_area_demographics",
        "images and content match the make-up of the area",
        "that the make-up of the area is seen in it",
    )
    REFLECTS_DIVERSE_COMMUNITIES = (
        "reflects_diverse_communities",
        "diverse communities are seen in it",
        "that diverse communities are seen in it",
    )
    ACCESSIBLE = "accessible", "meets a stated accessibility standard", "that it meets an accessibility standard"


class Channel(Vocabulary):
    """Where it appeared."""

    OPCC_WEBSITE = "opcc_website", "the office's website", "the office's website"
    FORCE_WEBSITE = "force_website", "the force's website", "the force's website"
    PRINTED_PUBLICATION = "printed_publication", "publications, printed or electronic", "publications"
    SOCIAL_MEDIA = "social_media", "accounts on social media"
    STAFF_CHANNEL = "staff_channel", "intranet, staff meetings, handbook", "a channel for staff"
    OTHER_PUBLIC_CHANNEL = (
        "other_public_channel",
        "newsletter, e-mail bulletin, video, radio, press, event",
        "another public channel",
    )


class Reach(Vocabulary):
    """How a member of the public gets to it."""

    FROM_MENU = "from_menu", "linked from the site's menu or front page", "from the menu or the front page"
    FROM_TOPIC_PAGE = "from_topic_page", "linked from a page on the topic", "from a page on the topic"
    BY_SEARCH_ONLY = "by_search_only", "found only by searching"
    ON_REQUEST = "on_request", "given on request"
    NOT_PUBLIC = "not_public", "not open to the public", "not open to the public"


class Reviewable(Vocabulary):
    """What a panel may review, by its terms or as its practice shows."""

    SECTION_60_AUTHORISATIONS = "section_60_authorisations", "Section 60 authorisations", "Section 60 authorisations"
    SECTION_60_IMPACT_ASSESSMENTS = (
        "section_60_impact_assessments",
        "their impact assessments",
        "Section 60 impact assessments",
    )
    SECTION_60_COMPLAINTS = "section_60_complaints", "complaints about them", "complaints about Section 60"
    AI_DEPLOYMENT_DATA = "ai_deployment_data", "data on deployments of AI", "data on AI deployments"


class Test(Vocabulary):
    """What a body of people or an analysis tests for."""

    PROPORTIONATE_USE = "proportionate_use", "whether use is proportionate"
    DISCRIMINATION = "discrimination", "whether there is discrimination"
    EFFECTIVENESS = "effectiveness", "whether it works"
    TREND = "trend", "how it moves over time"
    HEALTH_AND_WORK = (
        "health_and_work",
        "what health and the conditions of work have to do with it, as occupational health looks at it",
        "what health and work have to do with it",
    )


class ScrutinyStep(Vocabulary):
    """What was done in a scrutiny exercise."""

    DATA_ANALYSIS = "data_analysis", "data were analysed", "analysis of data"
    BODY_WORN_VIDEO_REVIEW = "body_worn_video_review", "footage was watched", "review of body-worn video"
    DIP_SAMPLING = "dip_sampling", "cases were drawn by sample"
    DECISION_EXPLAINED = "decision_explained", "the decider explained the decision", "decision explained by the decider"
    FEEDBACK_HEARD = "feedback_heard", "the decider heard feedback", "feedback heard by the decider"


class PanelReviewed(Vocabulary):
    """What a membership review looked at."""

    MEMBERSHIP = "membership", "who may be and who is a member"
    VETTING = "vetting", "vetting arrangements"


class Paid(Vocabulary):
    """What a panel member is paid for."""

    TIME = "time", "their time", "their time"
    EXPENSES = "expenses", "travel and other outlay"


class MemberSupport(Vocabulary):
    """Support to which members are pointed."""

    COUNSELLING = "counselling", "professional counselling"
    NAMED_CONTACT = "named_contact", "a named contact", "a named contact"
    PEER_SUPPORT = "peer_support", "peers"


# Accountability and judgement


class Setting(Vocabulary):
    """Where it was put."""

    PUBLIC_MEETING = "public_meeting", "a meeting in public or published", "a public meeting"
    MINUTED_MEETING = "minuted_meeting", "a meeting with a minute or action log", "a minuted meeting"
    LETTER = "letter", "a letter or other written request", "a letter"
    CONVERSATION = "conversation", "said, no record made at the time", "a conversation"


class Basis(Vocabulary):
    """What an assurance rests on."""

    FORCE_REPORT = "force_report", "a report by the force or provider", "a report"
    DATA_SEEN = "data_seen", "data seen by the PCC"
    INSPECTION_FINDING = "inspection_finding", "finding of an inspectorate or regulator", "an inspection finding"
    SAMPLING = "sampling", "cases sampled by the office", "sampling of cases"
    MEETING_RECORD = "meeting_record", "answers given at a meeting", "a meeting record"
    WORKFORCE_VIEWS = "workforce_views", "what the people who work there said", "what its own people said"


class Quality(Vocabulary):
    """The quality that a judgement speaks of."""

    CLEAR = "clear", "easy to follow"
    AMBITIOUS = "ambitious", "reaching beyond what is easy"
    ROBUST = "robust", "standing up to challenge"
    EFFECTIVE = "effective", "doing what it is for"
    APPROPRIATE = "appropriate", "right for its purpose"
    SENSITIVE = "sensitive", "mindful of the people concerned"
    ACCURATE = "accurate", "right in its facts"
    STRONG = "strong", "leaving no doubt"
    MEANINGFUL = "meaningful", "making a real difference to those concerned"
    COMPREHENSIVE = "comprehensive", "leaving out nothing that matters"
    REALISTIC = "realistic", "within reach as things stand"
    ACHIEVABLE = "achievable", "possible with the means at hand"
    IN_DEPTH = "in_depth", "going below the surface"
    SUFFICIENT = "sufficient", "enough for its purpose"
    SUITABLE = "suitable", "suitable to the role"
    SENIOR_ENOUGH = "senior_enough", "at a level of seniority that fits the duty", "at a relevant level of seniority"
    HIGH = "high", "of a high degree"
    SIGNIFICANT = "significant", "large enough to matter"
    WELL_USED = "well_used", "put to good use"
    UNDERSTOOD = "understood", "understood by those it concerns"
    POSITIVE = "positive", "helpful, and felt to be so by those it concerns"
    WIDE_RANGING = "wide_ranging", "covering much, and much that differs", "wide-ranging"
    KEY_PART = "key_part", "a main part of the whole", "a key part of the whole"
    WELL_COMMUNICATED = "well_communicated", "put to those concerned so that they know it"


class Incident(Vocabulary):
    """Kind of incident."""

    SERIOUS_HATE_CRIME = "serious_hate_crime", "a serious hate crime", "a serious hate crime"
    OTHER_SERIOUS_INCIDENT = "other_serious_incident", "another serious incident", "another serious incident"


class ActionPlace(Vocabulary):
    """Where actions were put."""

    NEW_PLAN = "new_plan", "a new action plan", "a new plan"
    EXISTING_PLAN = (
        "existing_plan",
        "an action plan that the force is at work on",
        "a plan that the force is at work on",
    )
    NO_PLAN = "no_plan", "in no plan"


class Support(Vocabulary):
    """How the PCC supported it."""

    FUNDING = "funding", "money"
    STAFF_TIME = "staff_time", "work of the office"
    CONVENING = "convening", "bringing people together"


class JusticeUse(Vocabulary):
    """Where a statement is to be used."""

    SENTENCING = "sentencing", "when a court passes sentence"
    WIDER_CRIMINAL_JUSTICE = "wider_criminal_justice", "elsewhere in criminal justice"
    OTHER_USE = "other_use", "any use outside criminal justice", "another use"


# Leadership, documents, objectives


class DocumentSort(Vocabulary):
    """Sort of strategic document."""

    POLICE_AND_CRIME_PLAN = "police_and_crime_plan", "Police and Crime Plan", "the Police and Crime Plan"
    EQUALITY_STRATEGY = "equality_strategy", "equality, diversity and inclusion strategy"
    CORPORATE_PLAN = "corporate_plan", "corporate or business plan"
    DELIVERY_PLAN = "delivery_plan", "yearly delivery plan or budget", "delivery plan or budget"
    PERFORMANCE_FRAMEWORK = "performance_framework", "framework for measuring performance"
    PERFORMANCE_REPORT = "performance_report", "report to those who manage performance"
    SUCCESSION_PLAN = "succession_plan", "plan for filling posts that fall vacant"
    LEARNING_PLAN = "learning_plan", "learning and development plan"
    WELLBEING_STRATEGY = "wellbeing_strategy", "health and wellbeing strategy"
    WORKFORCE_STRATEGY = "workforce_strategy", "human resources or workforce strategy"
    GOVERNANCE_DOCUMENT = "governance_document", "scheme of governance, constitution or code of the body"
    OTHER_STRATEGY = "other_strategy", "any other strategy or plan (commissioning, estates)", "another strategy or plan"


class Content(Vocabulary):
    """What a document includes."""

    EQUALITY_COMMITMENT = "equality_commitment", "a commitment to equality", "a commitment to equality"
    EQUALITY_OBJECTIVES = (
        "equality_objectives",
        "the equality objectives that the body, or the bodies, set locally",
        "the equality objectives set locally",
    )
    SHARED_COMMITMENT = (
        "shared_commitment",
        "a commitment to equality of all parties",
        "a commitment to equality by all who agreed it",
    )
    SHARED_PRIORITIES = "shared_priorities", "equality priorities of all parties", "shared equality priorities"
    SHARED_OBJECTIVES = "shared_objectives", "equality objectives of all parties", "shared equality objectives"
    SHARED_OUTCOMES = "shared_outcomes", "equality outcomes sought by all parties", "shared equality outcomes"
    WORKFORCE_DIVERSITY_STEPS = (
        "workforce_diversity_steps",
        "steps towards a diverse workforce that it commits to, not steps that it only describes",
        "a commitment to steps towards a diverse workforce",
    )
    UNDER_REPRESENTATION_STEPS = (
        "under_representation_steps",
        "steps against under-representation",
        "steps against under-representation",
    )
    EQUALITY_LEARNING = (
        "equality_learning",
        "equality taken into account in learning: in what is taught, in who gets it or in how it is given",
        "how equality is taken into account in learning",
    )
    MENTAL_HEALTH_ACTIONS = (
        "mental_health_actions",
        "actions on mental health at work",
        "actions on mental health at work",
    )
    PROGRESS_ON_OBJECTIVES = (
        "progress_on_objectives",
        "progress on equality objectives",
        "progress on equality objectives",
    )
    EFFECT_OF_HOLDING_TO_ACCOUNT = (
        "effect_of_holding_to_account",
        "what holding to account has changed",
        "the effect of holding to account",
    )
    AIMS = "aims", "what it is meant to reach"
    ACTIONS = "actions", "what is to be done"


class Commitment(Vocabulary):
    """What is committed to."""

    EQUALITY = "equality", "equality in general"
    EQUALITY_IN_AREA = "equality_in_area", "more equality in the area", "more equality in the area"
    DIVERSE_WORKFORCE = "diverse_workforce", "a diverse workforce", "a diverse workforce"
    REDUCE_DISPARITIES_IN_POLICING = (
        "reduce_disparities_in_policing",
        "fewer disparities in policing",
        "fewer disparities in policing",
    )
    REDUCE_DISPARITIES_IN_JUSTICE = (
        "reduce_disparities_in_justice",
        "fewer disparities in criminal justice",
        "fewer disparities in criminal justice",
    )
    REDUCE_DISPARITIES_IN_POWERS = (
        "reduce_disparities_in_powers",
        "fewer disparities in use of powers",
        "fewer disparities in use of powers",
    )
    REDUCE_DISPARITIES_IN_FORCE = (
        "reduce_disparities_in_force",
        "fewer disparities in use of force",
        "fewer disparities in use of force",
    )
    PCC_EQUALITY_OBJECTIVES = (
        "pcc_equality_objectives",
        "the PCC's equality objectives",
        "the PCC's equality objectives",
    )
    IMPACT_ASSESSMENT_IN_PLANNING = (
        "impact_assessment_in_planning",
        "use of equality impact assessments in planning",
        "use of equality impact assessments in planning",
    )
    IMPACT_ASSESSMENT_IN_DECISIONS = (
        "impact_assessment_in_decisions",
        "use of equality impact assessments in decisions",
        "use of equality impact assessments in decisions",
    )
    UNDERSTANDING_IMPACT_ASSESSMENT = (
        "understanding_impact_assessment",
        "understanding equality impact assessments",
        "understanding of equality impact assessments",
    )


class StatementForm(Vocabulary):
    """Form of a public statement."""

    COMMITMENT = "commitment", "a commitment", "a commitment"
    REASONED_CASE = "reasoned_case", "an argued case", "a reasoned case"


class Point(Vocabulary):
    """What a policy or a course spells out."""

    SEXUAL_HARASSMENT = "sexual_harassment", "harassment of a sexual nature"
    HARASSMENT_BY_CHARACTERISTIC = "harassment_by_characteristic", "harassment because of a protected characteristic"
    DIFFERENT_FORMS_OF_HARASSMENT = (
        "different_forms_of_harassment",
        "that harassment takes different forms, two of them at least named",
        "different forms of harassment",
    )
    TREATMENT_AFTER_HARASSMENT = (
        "treatment_after_harassment",
        "worse treatment because sexual harassment was refused or accepted",
        "worse treatment after sexual harassment",
    )
    PREVENTION = "prevention", "that harassment is to be prevented"
    COLLEAGUE_GROUPS_ARE_WORKPLACE = (
        "colleague_groups_are_workplace",
        "message groups of colleagues count as work",
        "message groups of colleagues count as work",
    )
    SAME_STANDARDS_AS_WORK_MAIL = (
        "same_standards_as_work_mail",
        "the same standards as offline at work, or as in work mail",
        "the same standards as offline or in work mail",
    )
    PROMOTION_CRITERIA = "promotion_criteria", "criteria for promotion", "criteria for promotion"
    PROMOTION_STEPS = "promotion_steps", "how a promotion is decided", "steps of a promotion"
    IMPLICIT_ASSOCIATION = "implicit_association", "how bias shows in unthinking associations"
    BIAS_REDUCTION = "bias_reduction", "ways to reduce bias", "ways to reduce bias"
    EQUALITY_DUTY_OF_OFFICE = (
        "equality_duty_of_office",
        "the equality duty of PCC and office",
        "the equality duty of the office",
    )


class Consideration(Vocabulary):
    """What a decision record shows was weighed."""

    EQUALITY = "equality", "effect on equality"
    IMPACT_ASSESSMENT = "impact_assessment", "an equality impact assessment", "an equality impact assessment"
    HUMAN_RIGHTS = (
        "human_rights",
        "effect on human rights under the Act of 1998",
        "human rights under the Human Rights Act 1998",
    )


class UseMade(Vocabulary):
    """What was done with a standard."""

    CONSULTED = "consulted", "read and referred to"
    APPLIED = "applied", "applied in work or documents"
    ADOPTED = "adopted", "adopted as the body's own position"


class ObjectiveReach(Vocabulary):
    """For whom an equality objective, or what partners share, is set."""

    FORCE_AREA = "force_area", "the people of the force area", "the force area"
    OFFICE_ONLY = "office_only", "the office alone, as an employer or a body", "the office alone"
    ONE_SERVICE = "one_service", "one service or one body"


class SmartPart(Vocabulary):
    """What every objective of a set has."""

    SPECIFIC_CHANGE = "specific_change", "a stated change", "a specific change"
    MEASURE = "measure", "a measure", "a measure"
    DEADLINE = "deadline", "a date", "a deadline"


class Duty(Vocabulary):
    """What a role answers for."""

    EQUALITY_OBJECTIVES = "equality_objectives", "the equality objectives as a whole", "the equality objectives"
    OBJECTIVE_ACTIONS = "objective_actions", "given actions under an objective", "actions under an objective"
    EQUALITY_OUTCOMES = "equality_outcomes", "equality outcomes of the role's work"


class ReviewStep(Vocabulary):
    """What a review did."""

    MONITORED = "monitored", "data or progress were looked at"
    REVIEWED = "reviewed", "the approach was reviewed"
    EVALUATED = "evaluated", "results were evaluated"
    SCRUTINISED = "scrutinised", "somebody outside the line questioned it"
    MEASURED = "measured", "change was measured"
    ANALYSED = "analysed", "patterns were analysed"


class ReviewResult(Vocabulary):
    """What a review of progress found."""

    MET = "met", "the objective is met"
    PROGRESS_MADE = "progress_made", "progress, not finished"
    NO_PROGRESS = "no_progress", "none"


class Scope(Vocabulary):
    """To which set of things it applies."""

    POLICY_DECISIONS = "policy_decisions", "decisions on policy"
    SERVICE_DECISIONS = "service_decisions", "decisions on services"
    EMPLOYMENT_POLICIES = (
        "employment_policies",
        "the body's own policies and procedures on employment",
        "its own employment policies and procedures",
    )
    CHANGED_EMPLOYMENT_POLICIES = (
        "changed_employment_policies",
        "those new or changed in the period",
        "new or changed employment policies",
    )
    TRAINING_POLICIES = "training_policies", "policies on training"
    PROSPECTIVE_SUPPLIERS = (
        "prospective_suppliers",
        "possible suppliers, as part of due diligence before an award",
        "possible suppliers in due diligence",
    )
    VICTIMS_SERVICES = "victims_services", "commissioned victims' services", "victims' services"
    OWN_DATA = "own_data", "the office's own data handling", "the office's own data"
    OWN_STAFF = "own_staff", "the body's own staff", "its own staff"


class ReportSort(Vocabulary):
    """Sort of yearly report."""

    PCC_ANNUAL_REPORT = "pcc_annual_report", "the PCC's annual report", "the PCC's annual report"
    EQUALITY_REPORT = "equality_report", "an equality report", "an equality report"


# Data and outcomes


class DataStep(Vocabulary):
    """Step of data handling."""

    COLLECTION = "collection", "gathering them"
    ANALYSIS = "analysis", "analysing them"
    STORAGE = "storage", "keeping them"
    USE = "use", "using them"


class AccessRoute(Vocabulary):
    """How data were obtained."""

    KNOWLEDGE_HUB = "knowledge_hub", "the hub that the APCC runs", "the knowledge hub"
    PUBLISHED_SOURCE = "published_source", "a published source", "a published source"
    FROM_PARTNER = "from_partner", "from a partner", "from a partner"


class CollectionStep(Vocabulary):
    """How partners agreed to collect."""

    ONE_COLLECTOR_NAMED = "one_collector_named", "one body collects for all"
    SHARED_FORM = "shared_form", "one form or definition", "a shared form"
    SHARED_TIMETABLE = "shared_timetable", "one timetable", "a shared timetable"


class SystemFunction(Vocabulary):
    """What a system does."""

    COLLATING = "collating", "brings records together"
    ANALYSING = "analysing", "analyses them"
    TREND_ANALYSIS = "trend_analysis", "lets trends be read", "letting trends be read"


class SystemWork(Vocabulary):
    """Work on a system that goes on."""

    DEVELOPMENT = "development", "it is being built, extended or joined to others", "being built or extended"
    IMPROVEMENT = "improvement", "what is there is being made better", "being made better"


class InputKind(Vocabulary):
    """What a system takes in."""

    DATA = "data", "recorded data"
    INTELLIGENCE = "intelligence", "soft information and intelligence"


class Keeping(Vocabulary):
    """Where records are kept."""

    ONE_PLACE = "one_place", "one central record"
    SEVERAL_PLACES = "several_places", "several records"


class Shown(Vocabulary):
    """What published figures show."""

    COUNTS = "counts", "counts only"
    DISPROPORTIONALITY = "disproportionality", "rates or ratios between groups"


class Metric(Vocabulary):
    """What is measured."""

    DISPARITY_IN_POWERS = "disparity_in_powers", "disparity in use of powers or force", "disparity in use of powers"
    DISPARITY_IN_JUSTICE = (
        "disparity_in_justice",
        "disparity in policing or criminal justice, youth justice included",
        "disparity in policing or criminal justice",
    )
    JUSTICE_OUTCOME = (
        "justice_outcome",
        "an outcome in policing or criminal justice, for everybody or for a group",
        "outcome in policing or criminal justice",
    )
    SERVICE_OUTCOME = (
        "service_outcome",
        "what users got from a service, their satisfaction and safety among it",
        "outcome of a service for its users",
    )
    OUTCOME_GAP = "outcome_gap", "gap between groups in another local outcome"
    RESPONSE_OF_FORCE = (
        "response_of_force",
        "how the force responds: times, quality, care, satisfaction of those it served",
        "the way the force responds",
    )
    OUTCOME_FOR_GROUP = "outcome_for_group", "an outcome for one group", "outcome for a group"
    COMMUNITY_CONFIDENCE = "community_confidence", "confidence in the police", "confidence in the police"
    AWARENESS_OF_PCC_ROLE = "awareness_of_pcc_role", "awareness of the PCC's role", "awareness of the PCC's role"
    PARTICIPATION = "participation", "number or share who take part"
    RANGE_OF_PARTICIPATION = "range_of_participation", "number of kinds of activity with such participants"
    REPRESENTATION = "representation", "share of a group among members", "representation of a group"
    INVOLVEMENT = "involvement", "how far members of a group take part", "involvement of members"
    RETENTION = "retention", "how long or how many stay"
    CONFIDENCE_TO_USE_SERVICES = (
        "confidence_to_use_services",
        "confidence of victims to use victims' services",
        "confidence of victims to use victims' services",
    )
    WORKFORCE_BY_LEVEL = "workforce_by_level", "make-up of the workforce at each level", "workforce at each level"
    DISCIPLINE_RATE = "discipline_rate", "disciplinary cases and how they end", "disciplinary cases and how they end"
    GRIEVANCE_RATE = "grievance_rate", "grievances and how they end", "grievances and how they end"
    TRAINING_RESULTS = "training_results", "results of training programmes", "results of training"
    STAFF_WELLBEING = "staff_wellbeing", "health and wellbeing of staff", "health and wellbeing of staff"
    WELFARE = "welfare", "welfare of officers and staff", "welfare of officers and staff"
    OTHER_WORKFORCE_MEASURE = (
        "other_workforce_measure",
        "any other measure of a workforce: pay, applicants, promotion, absence, satisfaction with the employer",
        "another measure of the workforce",
    )
    EQUALITY_PERFORMANCE = (
        "equality_performance",
        "how well a body does its work on equality",
        "performance on equality",
    )
    EQUALITY_OUTCOMES = "equality_outcomes", "what that work brings about for people", "outcomes on equality"


class Benchmark(Vocabulary):
    """What it is compared with."""

    OTHER_OPCCS = "other_opccs", "other offices", "other offices"
    OTHER_FORCES = "other_forces", "other police forces"
    LOCAL_POPULATION = "local_population", "people of the area", "the local population"
    LABOUR_MARKET = "labour_market", "local labour market", "the local labour market"
    BETWEEN_GROUPS = "between_groups", "groups with each other", "other groups"


class ComparisonResult(Vocabulary):
    """What a comparison found."""

    CLOSE = "close", "alike, or broadly matching"
    APART = "apart", "not alike"


class GapState(Vocabulary):
    """State of the gaps a comparison found."""

    NONE = "none", "no gap", "no gap"
    ACCEPTED = (
        "accepted",
        "each gap has a recorded explanation that a named role accepted as reasonable",
        "each explained, and the explanation accepted as reasonable",
    )
    EXPLAINED = "explained", "each gap has a recorded explanation, accepted by nobody"
    UNEXPLAINED = "unexplained", "at least one has none"


class Question(Vocabulary):
    """What people were asked about."""

    OPENNESS_TO_CHALLENGE = (
        "openness_to_challenge",
        "whether the body is open to challenge and to constructive criticism",
        "openness to challenge and to constructive criticism",
    )
    UNDERSTANDING_OF_SHARED_PRIORITIES = (
        "understanding_of_shared_priorities",
        "whether people understand the priorities, objectives and outcomes that bodies share",
        "understanding of the shared priorities, objectives and outcomes",
    )
    UNDERSTANDING_OF_OWN_PART = (
        "understanding_of_own_part",
        "whether staff know their part in the objectives",
        "understanding of one's own part in the equality objectives",
    )
    UNDERSTANDING_OF_COMMUNITIES = (
        "understanding_of_communities",
        "whether staff understand the needs of the diverse communities of the area",
        "their own understanding of what the diverse communities of the area need",
    )
    CONFIDENCE_TO_CHALLENGE = (
        "confidence_to_challenge",
        "whether staff feel sure enough to challenge over protected characteristics and equality practice",
        "confidence to challenge over protected characteristics and equality practice",
    )
    SKILL_OF_STAFF = "skill_of_staff", "skill of staff with equality issues", "skill of staff with equality issues"
    NEEDS_MET = "needs_met", "whether a service met the person's needs"
    STAFF_ENGAGEMENT = "staff_engagement", "satisfaction with staff engagement"
    WORKING_ENVIRONMENT = "working_environment", "satisfaction with the working environment"
    EQUIPPED_ON_MENTAL_HEALTH = "equipped_on_mental_health", "whether managers feel equipped"
    DIGNITY_AND_RESPECT = "dignity_and_respect", "whether staff meet dignity and respect at work"


class Respondent(Vocabulary):
    """Who was asked."""

    PUBLIC = "public", "members of the public", "members of the public"
    SERVICE_USERS = "service_users", "users of a service"
    COMMUNITY_GROUPS = "community_groups", "groups or forums that speak for people", "community groups"
    OPCC_LEADERS = "opcc_leaders", "leaders of the office", "leaders of the office"
    OPCC_MANAGERS = "opcc_managers", "managers of the office", "managers of the office"
    OPCC_STAFF = "opcc_staff", "staff of the office", "staff of the office"
    PARTNERS = "partners", "partner organisations"
    PROVIDERS = "providers", "providers of services"


class Means(Vocabulary):
    """How they were asked."""

    SURVEY = "survey", "a fixed set of questions to many"
    INTERVIEWS = "interviews", "interviews or focus groups"
    APPRAISAL_RETURNS = "appraisal_returns", "answers in appraisals"
    FEEDBACK_FORMS = "feedback_forms", "feedback forms or comments"


class Lean(Vocabulary):
    """Which way the answers lean."""

    FAVOURABLE = "favourable", "more than half favourable"
    DIVIDED = "divided", "no majority"
    UNFAVOURABLE = "unfavourable", "more than half unfavourable"


class Giver(Vocabulary):
    """Who gave an example."""

    STAFF = "staff", "staff of the body"
    MANAGERS = "managers", "managers of the body"
    STAKEHOLDERS = "stakeholders", "outside bodies or people with an interest"
    COMMUNITY = "community", "members of the community", "members of the community"
    VOLUNTARY_SECTOR = "voluntary_sector", "voluntary organisations", "voluntary organisations"
    BODY_ITSELF = "body_itself", "the body in its own report", "the body itself"


class Described(Vocabulary):
    """What an example describes."""

    LEVEL_OF_INFLUENCE = "level_of_influence", "how far the community had influence", "how much influence people had"
    CHANGE = "change", "a change made", "a change made"
    BETTER_OUTCOME = "better_outcome", "a better outcome", "a better outcome"
    BETTER_COMMUNITY_OUTCOME = (
        "better_community_outcome",
        "a better outcome for communities in the area",
        "a better outcome for communities in the area",
    )
    BETTER_JUSTICE_OUTCOME = (
        "better_justice_outcome",
        "a better outcome in policing or criminal justice",
        "a better outcome in policing or criminal justice",
    )
    OWN_EQUALITY_OUTCOME = (
        "own_equality_outcome",
        "a better equality outcome in which those who give the example had a part",
        "a better equality outcome that they contributed to",
    )
    SMALLER_DISPARITY = (
        "smaller_disparity",
        "a smaller disparity in policing or criminal justice",
        "a smaller disparity in policing or criminal justice",
    )
    GOOD_COMMUNICATION = (
        "good_communication",
        "communication and engagement of the office that made the difference",
        "the communication and engagement of the office that made the difference",
    )
    EXPERIENCE_ANALYSED = "experience_analysed", "users' experience looked into", "experience looked into"
    ACTION_TAKEN = "action_taken", "what was done about it"
    CHALLENGE_MADE = (
        "challenge_made",
        "a challenge that the giver made over protected characteristics or equality practice",
        "a challenge that they made over protected characteristics or equality practice",
    )
    POLICY_USED = "policy_used", "a manager's use of a policy for equality", "use of a policy to promote equality"


class Changed(Vocabulary):
    """What was changed."""

    POLICY = "policy", "a policy", "a policy"
    PRACTICE = "practice", "a practice", "a practice"
    DECISION_PROCESS = "decision_process", "how decisions are made", "how decisions are made"
    SERVICE = "service", "a service", "a service"
    WORKING_ENVIRONMENT = (
        "working_environment",
        "the working environment, for the better as the source says",
        "the working environment, for the better",
    )


class Trail(Vocabulary):
    """What of a change is on record."""

    INPUT_RECORDED = "input_recorded", "what people said", "what people said"
    CHANGE_RECORDED = "change_recorded", "what was changed", "what was changed"
    TOLD_PARTICIPANTS = "told_participants", "that those who gave it were told", "participants were told"


# Commissioning


class TermsSort(Vocabulary):
    """Sort of contract terms."""

    STANDARD = "standard", "the body's standard terms", "standard terms"
    SINGLE_CONTRACT = "single_contract", "one contract", "terms of one contract"


class ContractUse(Vocabulary):
    """Where terms apply."""

    CONTRACTS = "contracts", "contracts and grants once awarded"
    PROCUREMENT = "procurement", "buying, up to the award"


class Term(Vocabulary):
    """What terms include."""

    EQUALITY_COMMITMENT = (
        "equality_commitment",
        "commitment to equality and diversity",
        "a commitment to equality and diversity",
    )
    EQUALITY_CLAUSE = "equality_clause", "a clause on equality duties", "an equality clause"
    EQUALITY_MONITORING = "equality_monitoring", "duty to monitor and report on equality", "monitoring of equality"


class SpecificationSort(Vocabulary):
    """Sort of record about what a service is to be."""

    SPECIFICATION = "specification", "the specification of a service", "a specification"
    AWARD_CRITERIA = "award_criteria", "the criteria by which a service is awarded", "criteria for an award"
    AWARD = "award", "the award of a service", "an award"


class Weighed(Vocabulary):
    """What a specification or award weighs."""

    NEEDS_OF_USERS = "needs_of_users", "different needs of different users", "different needs of different users"
    SPECIALIST_SUPPORT = (
        "specialist_support",
        "ability to give specialist support",
        "ability to give specialist support",
    )


class Bindingness(Vocabulary):
    """How far what providers were told binds them."""

    OBLIGED = "obliged", "they have to do it: a duty, a term or a condition", "an obligation"
    ENCOURAGED = "encouraged", "they are urged or advised to do it and are free not to", "encouragement"


class CommitmentMoment(Vocabulary):
    """When a provider committed."""

    DURING_PROCUREMENT = "during_procurement", "as part of procurement"
    AFTER_AWARD = "after_award", "once the contract was awarded", "after the award"


# Workforce and learning


class WorkforceView(Vocabulary):
    """What a workforce profile shows."""

    MAKE_UP = "make_up", "who is employed", "make-up"
    BY_LEVEL = "by_level", "who is employed at each level", "make-up by level"
    PROGRESS_THROUGH_LEVELS = "progress_through_levels", "who moves up"


class RecruitStage(Vocabulary):
    """Stage of recruitment."""

    APPLICATION = "application", "applying"
    SHORTLISTING = "shortlisting", "choosing whom to see"
    ASSESSMENT = "assessment", "interview or assessment"
    APPOINTMENT = "appointment", "being given the post"


class Provision(Vocabulary):
    """What is offered to staff."""

    OCCUPATIONAL_HEALTH = "occupational_health", "occupational health service"
    MENTAL_HEALTH_SUPPORT = "mental_health_support", "support for mental health"
    FLEXIBLE_WORKING = "flexible_working", "working hours and places that can be varied"
    CAREER_PATHWAY = "career_pathway", "career pathway initiative", "career pathways"
    EXIT_INTERVIEW = "exit_interview", "a talk with somebody who leaves", "exit interviews"
    INFORMAL_ONE_TO_ONE = "informal_one_to_one", "informal one-to-one talk", "informal one-to-one talks"
    OPEN_DOOR_MEETING = (
        "open_door_meeting",
        "open-door meeting with senior managers",
        "open-door meetings with senior managers",
    )
    EQUALITY_RECOGNITION = (
        "equality_recognition",
        "recognition of good work on equality beside appraisals: a scheme, an award, thanks in a bulletin or a meeting",
        "recognition of good work on equality",
    )


class OfferAim(Vocabulary):
    """What an offer to staff is for."""

    FEWER_BARRIERS = "fewer_barriers", "removing what keeps people from work or career", "removing barriers"
    FAIR_REPRESENTATION = (
        "fair_representation",
        "more people of groups that are under-represented",
        "action on under-representation",
    )
    REASONS_FOR_LEAVING = "reasons_for_leaving", "learning why people leave", "learning why people leave"
    OTHER_AIM = "other_aim", "any other aim", "another aim"


class Phase(Vocabulary):
    """When in a person's time training comes."""

    INDUCTION = "induction", "at the start"
    REFRESHER = "refresher", "again later"
    ONE_OFF = "one_off", "a single course", "a single course"


class AppraisalItem(Vocabulary):
    """What appraisal includes."""

    EQUALITY_RESPONSIBILITIES = "equality_responsibilities", "the person's equality responsibilities"
    EQUALITY_ACCOUNTABILITY = "equality_accountability", "that the person answers for them"
    PCC_EQUALITY_OBJECTIVES = (
        "pcc_equality_objectives",
        "the PCC's equality objectives",
        "the PCC's equality objectives",
    )
    OWN_EQUALITY_OBJECTIVE = (
        "own_equality_objective",
        "an equality objective of the person's own",
        "an equality objective of their own",
    )
    RECOGNITION_OF_EQUALITY_WORK = "recognition_of_equality_work", "recognition of good equality work"
