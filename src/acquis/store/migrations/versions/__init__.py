"""One step a file; `store.schema.REVISIONS` lists them."""
