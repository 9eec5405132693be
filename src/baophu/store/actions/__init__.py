"""The only writers of rows: keyword-only, `by=` an account, one transaction with the audit row in it."""
