"""Django's PostgreSQL backend, which tells the database for which municipality a transaction works."""
