"""How well pages are read: what their records carry, and what no reader knows.

A record becomes an `Observation`, observations are counted in a `Diagnosis`, and two
diagnoses, of last month and of today, are held against each other by `drift`. All of it is
pure, and none of it keeps a record.
"""

from scraper.diagnosis.counts import Diagnosis, decode, encode
from scraper.diagnosis.drift import Drift, Limits, drift, too_few
from scraper.diagnosis.observation import Observation, observe

__all__ = [
    "Diagnosis",
    "Drift",
    "Limits",
    "Observation",
    "decode",
    "drift",
    "encode",
    "observe",
    "too_few",
]
