"""Levelling up: shares by region, needs beside offers and beside what others report, a proposed matching."""
