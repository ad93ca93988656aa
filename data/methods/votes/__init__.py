"""Ways of deciding, tallied in integers and fractions: counts or ballots in, codes out, never a sentence.

`room` holds the rules that all ways share; `fingers`, `consent`, `all_of_us`, `dots`, `for_against` and `ranking`
are the ways of the room; `approval`, `borda`, `condorcet` and `majority_judgment` are the elections beneath them.
"""
