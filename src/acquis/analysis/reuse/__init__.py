"""Text reuse: a passage in, the places of a workspace that hold it, word for word or changed, out."""
