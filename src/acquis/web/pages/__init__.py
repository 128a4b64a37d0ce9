"""One typed dataclass a page, and the function that fills it."""
