"""Terms, chains and roles: what follows from recorded agreements. Plain Python."""
