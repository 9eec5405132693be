"""A directive's text into addressees, figures, targets, tasks and deadlines."""
