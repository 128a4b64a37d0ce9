"""Two records in, one comparison out: accounts of one meeting, editions of a series, drafts of one text."""
