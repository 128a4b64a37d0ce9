"""The register and what is heard on it: of the whole framework, of one provision, of one State."""
