"""What people declare where no recorded fact can tell, and what shows it: attestations and evidence.

Points at its subject by kind and id, so that every room above can be attested. Start reading in ``facts``.
"""
