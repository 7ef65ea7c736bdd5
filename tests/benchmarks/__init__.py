"""How fast, next to what: ``python -m tests.benchmarks`` prints ratios measured in one run."""
