"""People of the workspace: accounts, sign-in, roles, limits, the audit log."""
