"""When and where a promise falls due."""

from __future__ import annotations

import pytest
from records import in_readout, in_statement

DUE = {
    "Both sides agreed to hold an exercise by the end of 2032.": "2032",
    "Both sides agreed to hold an exercise by June 2032.": "2032-06",
    "Both sides agreed to hold an exercise in 2032.": "2032",
    "Both sides agreed to hold an exercise next year.": "2032",
    "Both sides agreed to meet again on 3 March 2032.": "2032-03-03",
    "Both sides agreed to meet again in early 2032.": "2032",
    "Both sides agreed to implement the plan adopted in 2029.": None,
    "Both sides agreed to implement the plan adopted in 2032.": None,
    "Both sides agreed to build on the round held in June 2030.": None,
    "Both sides agreed to keep the rules that have held since 2019.": None,
    "Both sides agreed to meet again in due course.": None,
    "Both sides agreed to meet again at a mutually convenient date.": None,
    "Both sides agreed to carry on the 2031 work plan.": None,
}
