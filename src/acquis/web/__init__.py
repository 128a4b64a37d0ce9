"""The workspace in a browser: pages that also answer as JSON and CSV."""
