"""Run every measure, or those that are named."""

from __future__ import annotations

import sys

from bench import escalation, letters, memory, merge, printing, service
from bench.timing import machine

MEASURES = {
    "merge": merge,
    "printing": printing,
    "letters": letters,
    "memory": memory,
    "service": service,
    "escalation": escalation,
}

if __name__ == "__main__":
    chosen = sys.argv[1:] or list(MEASURES)
    if unknown := set(chosen) - set(MEASURES):
        raise SystemExit(f"no such measure: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    print(machine())
    for name in chosen:
        MEASURES[name].main()
