"""FINDINGS → PROPOSALS: what is proposed and its name, who speaks of it and how, and what later text has of it."""
