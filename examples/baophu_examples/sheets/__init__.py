"""The lists that offices send: one module for each kind, with the headings that each office uses."""
