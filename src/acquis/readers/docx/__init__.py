"""Word files (Office Open XML) to documents: paragraphs, tables, automatic numbers and notes."""
