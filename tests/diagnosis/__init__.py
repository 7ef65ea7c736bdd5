"""Tests of diagnoses: what is counted, and when it has drifted."""
