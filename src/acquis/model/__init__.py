"""What we know: frozen dataclasses, no I/O."""
