"""Many documents: this machine's processes read, only the caller writes."""
