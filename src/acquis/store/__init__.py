"""Records to SQL and back: tables once, SQLite and PostgreSQL under one contract."""
