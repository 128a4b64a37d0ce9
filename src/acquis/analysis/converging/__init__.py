"""Positions to convergence: who leans how on what, which groups there are, what is supported across them."""
