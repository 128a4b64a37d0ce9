"""Web pages to documents: the main block of a page, in the order of its text."""
