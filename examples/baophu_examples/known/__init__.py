"""Known worlds: clean lists of made-up people, with who is who beside them, to prove the linkage on."""
