"""What States say and report doing on what was agreed: voices to cells, cells to counts."""
