"""Ways of deciding, tallied in integers and fractions.

`way` says what a way of deciding is; `fingers`, `consent`, `all_of_us`, `dots`, `for_against` and `ranking` are the
ways, each with its tally (counts or ballots in, codes out) and its ``WAY``: rules, ballots, hands to count, what it
comes to, what is drawn of it and its words. `ways` has them all. `room` holds the rules that they share, `words` what
answers and outcomes are called, `picture` what a drawing is; `approval`, `borda`, `condorcet` and `majority_judgment`
are the elections beneath them.
"""
