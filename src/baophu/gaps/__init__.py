"""People to reach: who, why, since when, what it costs, what is lost by waiting."""
