"""Words of the language of offices, as data beside the code, and what is said of letters and tones."""
