"""The calendar of tasks, addresses for calendar programs, days off, and how offices keep their days."""
