"""A process of its own for what is measured: nothing that was measured before has filled its memory or its threads.

Bytecode is kept as any installation keeps it, in a folder of its own; the start that writes it should not count.
Numbers are crunched on one thread.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def run(folder: str, module: str, *arguments: str, patience: int = 120) -> Any:
    """What `python -m tests.bench.<module> <arguments>` printed as JSON on its last line. Bytecode goes to `folder`."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    environment = os.environ | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=patience,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the measured process failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])
