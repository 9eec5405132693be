"""The leader's page and the areas below it."""
