"""Logging in, one's own account, the accounts of others, and the two logs."""
