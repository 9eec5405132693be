"""People to reach: the lists, handing out, worklists, and the visits themselves."""
