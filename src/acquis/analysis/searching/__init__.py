"""PROMISES → LATER SENTENCES: words, an index of passages, likeness with its reasons, and what is kept of it."""
