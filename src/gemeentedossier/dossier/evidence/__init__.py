"""What people declare where no recorded fact can tell: attestations. Points at its subject by kind and id."""
