"""Try to lose a line: ``python -m benchmarks.torture``. POSIX only."""
