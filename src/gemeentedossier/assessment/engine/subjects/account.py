"""The characteristics and the account of an activity, flattened into ``activity.*``."""

from gemeentedossier.assessment.engine.subjects.shape import part_of_subject


@part_of_subject
class CharacteristicFields:
    """What the processing is like: yes, no or unknown."""

    large_scale: bool | None
    """Whether data are processed on a large scale."""
    vulnerable_subjects: bool | None
    """Whether people are vulnerable towards the municipality."""
    children_under_16: bool | None
    """Whether people under 16 are among the data subjects."""
    children_12_to_15: bool | None
    """Whether people of 12 to 15 are."""
    guardianship: bool | None
    """Whether people under guardianship, administration or mentorship are (UAVG 5(2))."""
    personnel: bool | None
    """Whether it is about the municipality's own personnel."""
    online_service_to_children: bool | None
    """Whether it is an online service offered to children directly (GDPR 8)."""
    free_text: bool | None
    """Whether there are fields for free text."""
    shared_systems: bool | None
    """Whether systems are shared with other purposes."""
    uses_base_registry: bool | None
    """Whether a base registry is used."""
    archiving_in_public_interest: bool | None
    """Whether data are archived in the public interest (GDPR 89)."""
    research_or_statistics: bool | None
    """Whether data serve research or statistics (GDPR 89; UAVG 24)."""
    public_monitoring: bool | None
    """Whether public space is monitored (GDPR 35(3)(c))."""
    profiling_with_effect: bool | None
    """Whether people are profiled with an effect for them (GDPR 35(3)(a))."""
    automated_decision: bool | None
    """Whether decisions are taken by automated means only (GDPR 22)."""
    algorithm: bool | None
    """Whether an algorithm is used."""
    identification_not_needed: bool | None
    """Whether the purpose does not need identification (GDPR 11)."""
    care_provider_role: bool | None
    """Whether the municipality acts as a care provider itself."""
    care_contract: bool | None
    """Whether care is contracted from others."""
    cross_domain_sharing: bool | None
    """Whether data are shared between policy domains."""
    blacklist_shared: bool | None
    """Whether a list of people is shared with others (UAVG 33(4))."""
    criminal_data_from_police_or_justice: bool | None
    """Whether criminal data come from police or justice (UAVG 33(1)(a))."""
    criminal_data_for_own_use: bool | None
    """Whether criminal data serve the municipality's own ends (UAVG 33(2))."""
    covenant: bool | None
    """Whether a covenant with other parties applies."""
    information_given: bool | None
    """Whether people are informed (GDPR 13, 14)."""
    information_waived: bool | None
    """Whether informing them is waived (GDPR 14(5))."""
    transfer_outside_eea: bool | None
    """Whether data are said to leave the EEA."""
    further_use: bool | None
    """Whether data are said to be used further."""
    impact_assessment_required: bool | None
    """Whether an impact assessment is said to be required (GDPR 35)."""


@part_of_subject
class AccountFields:
    """Whether the principles are accounted for in words: true, or unknown where nothing was written."""

    fairness_written: bool | None
    """Whether fairness is written (GDPR 5(1)(a))."""
    purpose_separation_written: bool | None
    """Whether the separation of purposes is (GDPR 5(1)(b))."""
    minimisation_written: bool | None
    """Whether minimisation is (GDPR 5(1)(c))."""
    free_text_instruction_written: bool | None
    """Whether the instruction for free text is."""
    accuracy_written: bool | None
    """Whether how data are kept accurate is (GDPR 5(1)(d))."""
    base_registry_feedback_written: bool | None
    """Whether the duty to report errors to a base registry is."""
    destruction_written: bool | None
    """Whether how data are destroyed is (GDPR 5(1)(e))."""
    archive_safeguards_written: bool | None
    """Whether the safeguards of archiving or research are (GDPR 89)."""
    information_method_written: bool | None
    """Whether how people are informed is (GDPR 12 to 14)."""
    information_moment_written: bool | None
    """Whether when they are informed is (GDPR 13(1), 14(3))."""
    information_waiver_reason_written: bool | None
    """Whether the reason for waiving it is (GDPR 14(5))."""
    automated_decision_ground_written: bool | None
    """Whether the ground of automated decisions is (GDPR 22(2); UAVG 40)."""
    automated_decision_safeguards_written: bool | None
    """Whether the safeguards of automated decisions are (GDPR 22(3))."""
    algorithm_register_written: bool | None
    """Whether the place in the algorithm register is."""
    security_written: bool | None
    """Whether how data are secured is (GDPR 32)."""
    covenant_name_written: bool | None
    """Whether the name of the covenant is."""
    joint_arrangement_written: bool | None
    """Whether the arrangement of joint controllers is (GDPR 26)."""
    remarks_written: bool | None
    """Whether remarks are."""
