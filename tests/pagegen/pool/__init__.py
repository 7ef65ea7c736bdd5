"""Invented articles for the lists of similar and citing articles."""

from .airway import AIRWAY
from .estuary import ESTUARY
from .neuro import NEURO
from .soil import SOIL

__all__ = ["AIRWAY", "ESTUARY", "NEURO", "SOIL"]
