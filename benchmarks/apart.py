"""A function run in a process of its own, so that its memory and caches are its own too."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.place import join

ROOT = Path(__file__).resolve().parent.parent


class Stopped(Exception):
    """The other process gave nothing back; its own words are on the screen."""


def apart(work: str, **arguments: object) -> object:
    """What ``module:function`` returns, called with these arguments; both must be fit for JSON."""
    command = [sys.executable, "-m", "benchmarks.apart", work, json.dumps(arguments)]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        raise Stopped(f"{work} stopped with exit code {run.returncode}")
    return json.loads(run.stdout.splitlines()[-1])


def _answer(work: str, arguments: str) -> None:
    join()
    module, _, function = work.partition(":")
    print(json.dumps(getattr(importlib.import_module(f"benchmarks.{module}"), function)(**json.loads(arguments))))


if __name__ == "__main__":
    _answer(*sys.argv[1:])
