"""The pages: each answers one question, for one account, through the gate of its view."""
