"""Tasks in sentences and points: who does what, alone or with whom."""
