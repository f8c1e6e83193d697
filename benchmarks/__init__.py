"""The measurements of docs/benchmarks.md: `python -m benchmarks`, or one of its modules alone."""
