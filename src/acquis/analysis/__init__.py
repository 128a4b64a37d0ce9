"""RECORDS → ANSWERS: series and their editions, the ledger of promises, comparisons, the brief."""
