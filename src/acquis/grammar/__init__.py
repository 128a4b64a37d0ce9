"""Small languages: dates to EDTF, UN symbols, paragraph numbering."""
