"""What employers owe, since when, and why."""
