"""The process that goes the daily rounds: ``python -m gemeentedossier.foundation.jobs.daily_process``.

It ends when its input closes, which is when the process that started it ends, however that came.
"""

import sys

import django

if __name__ == "__main__":
    django.setup()
    from gemeentedossier.foundation.jobs.daily import BETWEEN_ROUNDS, keep_going
    from gemeentedossier.foundation.tenancy import connect_as_application

    connect_as_application()
    keep_going(sys.stdin.buffer, every=BETWEEN_ROUNDS)
