"""Words that every room uses: dates, đồng, Vietnamese text, identifiers, errors, the home, the scope."""
