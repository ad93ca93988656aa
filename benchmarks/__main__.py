"""Every benchmark that fits in a few minutes: ``python -m benchmarks``."""

from __future__ import annotations

import subprocess
import sys

PARTS = ("startup", "store", "typing", "together", "votes", "formats")

for part in PARTS:
    print(f"\n== {part}", flush=True)
    subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=True)
