"""What the promise of completeness lists by name: it may only grow shorter."""

AWAITED: dict[str, frozenset[str]] = {
    "log_finding": frozenset(
        {
            "log-names-unknown-activity",
            "log-shows-recipient-without-agreement",
        }
    ),
    "publication": frozenset(
        {
            "publication-differs-from-register",
        }
    ),
}
"""The rules that wait for records of each kind. Whoever brings the records takes their rules out here."""

FOR_OWN_PACKS: dict[str, str] = {
    "activity": (
        "minimisation_written covenant_name_written joint_arrangement_written remarks_written care_contract "
        "covenant retention_without_trigger_count party_count processor_count "
        "processors_without_agreement_count care_provider_processor_count source_count sources_known "
        "recipients_outside_eea_count data_use_count own_words_count special_categories "
        "special_category_count has_health_data named_controller legal_basis_count "
        "purposes_without_legal_basis_count legal_bases_letters rests_on_vital_interests name reference "
        "description_written policy_domain record_state ended_on last_confirmed_on "
        "review_overdue last_destruction_on unit"
    ),
    "purpose": "position data_use_count",
    "legal_basis": (
        "has_article_6 provision_id provision_text provision_known provision_verified rejected_alternative_written"
    ),
    "data_use": (
        "subject_categories subject_category_count data_categories names subject_names includes_children "
        "special_categories special_provision_id bsn_provision_id bsn_reasoning_written"
    ),
    "data_source": "from_data_subject category text name has_name is_base_registry",
    "recipient": "has_name category has_category reason_written transfer_mechanism_recorded",
    "transfer": "recipient has_country",
    "retention": (
        "applies_to text trigger trigger_is_dated source rule_id rule_verified within_rule trigger_matches_rule"
    ),
    "party": "agreement_name agreement_ends_on",
    "breach": "name",
    "request": "name",
    "consent": "name",
    "further_use": (
        "purpose has_basis provision_id provision_in_force link_written context_written nature_written "
        "consequences_written safeguards_written"
    ),
}
"""Facts by subject that no shipped rule asks for or tells. They stand as they are recorded, beside one that a rule does
ask for (the words of a text beside whether it is written, a count beside what is counted), so that a municipality's own
rules can ask for them; a fact added for nobody does not belong here."""
