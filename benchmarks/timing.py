"""Clocks and memory of the measuring process."""

import gc
import resource
import statistics
import time
from collections.abc import Callable
from typing import TypeVar

import psutil

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What the work returns, and its seconds."""
    gc.collect()
    start = time.perf_counter()
    found = work()
    return found, time.perf_counter() - start


def timed_with_processor(work: Callable[[], Result]) -> tuple[Result, float, float]:
    """What the work returns, its seconds, and those in which the processor worked for it: others may be busy beside."""
    gc.collect()
    start, worked = time.perf_counter(), time.process_time()
    found = work()
    return found, time.perf_counter() - start, time.process_time() - worked


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes once."""
    return timed(work)[1]


def median_ms(work: Callable[[], object], *, rounds: int) -> float:
    """The median of many rounds, in milliseconds; one round before them warms."""
    work()
    return statistics.median(seconds(work) for _ in range(rounds)) * 1000


def medians_ms(work: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """The medians of many rounds in milliseconds, elapsed and of this process's processor; one round warms before."""
    work()
    times = [timed_with_processor(work)[1:] for _ in range(rounds)]
    elapsed, worked = zip(*times, strict=True)
    return statistics.median(elapsed) * 1000, statistics.median(worked) * 1000


def most_memory() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_now() -> float:
    """The memory that this process holds now, in MiB."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20
