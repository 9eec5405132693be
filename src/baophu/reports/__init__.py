"""Tables into Word and Excel, in the form an office sends."""
