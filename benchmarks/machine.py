"""On what was measured: figures mean nothing without it."""

import os
import platform
from pathlib import Path

import psutil
import psycopg


def machine() -> dict[str, str]:
    """Processor, memory, system, Python and PostgreSQL, in words. Needs a running server."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        server = connection.info.parameter_status("server_version") or ""
    return {
        "processors": f"{os.cpu_count()} × {_processor()}",
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "PostgreSQL": server,
    }


def load() -> str:
    """How many processes wanted a processor in the last minute; with more than there are, times are too long."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
