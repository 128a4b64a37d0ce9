"""acquis: what States say and agree about cyberspace, read into a record tied to the words."""
