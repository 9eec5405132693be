"""Takes the inputs as frozen tables, runs the rooms in order, writes a named build."""
