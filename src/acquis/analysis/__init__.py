"""Records to answers: one package or file a question."""
