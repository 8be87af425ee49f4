"""The ids under which the list of what must be demonstrably recorded knows its criteria; each is one of ours."""

CRITERIA = frozenset(
    """
    avg-04.7-1 avg-04.7-2 avg-05.1a-1 avg-05.1a-2 avg-05.1b-1 avg-05.1b-2 avg-05.1c-1 avg-05.1c-2 avg-05.1d-1
    avg-05.1d-2 avg-05.1e-1 avg-05.1e-2 avg-05.1e-3 avg-05.1e-4 avg-05.1f-1 avg-05.2-1 avg-06.1-1 avg-06.1-2
    avg-06.1b-1 avg-06.1c-1 avg-06.1d-1 avg-06.1e-1 avg-06.1f-1 avg-06.3-1 avg-06.4-1 avg-06.4-2 avg-07.1-1
    avg-07.2-1 avg-07.3-1 avg-07.4-1 avg-08.1-1 avg-08.2-1 avg-09.1-1 avg-09.2-1 avg-09.2a-1 avg-10-1 avg-11.1-1
    avg-12.1-1 avg-12.2-1 avg-12.3-1 avg-12.3-2 avg-12.4-1 avg-12.5-1 avg-12.5-2 avg-12.6-1 avg-13-3 avg-13.1-1
    avg-13.2-1 avg-13.3-1 avg-14.1-1 avg-14.3-1 avg-14.5-1 avg-15.1-1 avg-15.3-1 avg-15.4-1 avg-16-1 avg-17.1-1
    avg-17.2-1 avg-17.3-1 avg-18-1 avg-18.3-1 avg-19-1 avg-20-1 avg-21.1-1 avg-21.4-1 avg-22-alg avg-22.1-1
    avg-22.3-1 avg-22.4-1 avg-24.1-1 avg-24.1-2 avg-24.1-3 avg-24.1-4 avg-24.2-1 avg-24.2-2 avg-24.3-1 avg-25-3
    avg-25.1-1 avg-25.2-1 avg-26.1-1 avg-26.1-2 avg-26.2-1 avg-26.3-1 avg-28.1-1 avg-28.10-1 avg-28.3-0
    avg-28.3a-1 avg-28.3b-1 avg-28.3c-1 avg-28.3d-1 avg-28.3e-1 avg-28.3f-1 avg-28.3g-1 avg-28.3h-1 avg-28.9-1
    avg-29-1 avg-30-4 avg-30.1a-1 avg-30.1b-1 avg-30.1c-1 avg-30.1d-1 avg-30.1e-1 avg-30.1f-1 avg-30.1g-1
    avg-30.2-1 avg-30.3-1 avg-31-1 avg-32-bio1 avg-32-bio2 avg-32-bio3 avg-32-bio4 avg-32-bio5 avg-32-bio6
    avg-32-log avg-32-mail avg-32-mob avg-32-pap avg-32-test avg-32.1-1 avg-32.1-2 avg-32.1a-1 avg-32.1b-1
    avg-32.1c-1 avg-32.1d-1 avg-32.2-1 avg-32.4-1 avg-33-1 avg-33-2 avg-33-3 avg-33-4 avg-33-5 avg-33-cbw
    avg-33-fg avg-33-leer avg-33-oef avg-33-wpg avg-33.1-1 avg-33.1-2 avg-33.1-3 avg-33.2-1 avg-33.3-1
    avg-33.4-1 avg-33.5-1 avg-34-uavg41 avg-34.1-1 avg-34.2-1 avg-34.3-1 avg-35-0 avg-35-opv avg-35-reg
    avg-35-vast avg-35-wp avg-35.1-1 avg-35.11-1 avg-35.2-1 avg-35.3-1 avg-35.4-1 avg-35.7a-1 avg-35.7b-1
    avg-35.7c-1 avg-35.7d-1 avg-35.9-1 avg-36.1-1 avg-36.2-1 avg-36.3-1 avg-37.1-1 avg-37.3-1 avg-37.5-1
    avg-37.7-1 avg-38.1-1 avg-38.2-1 avg-38.3-1 avg-38.4-1 avg-38.5-1 avg-38.6-1 avg-39-1 avg-39-2 avg-39-3
    avg-44-1 avg-45-1 avg-46-1 avg-46-2 avg-48-1 avg-49-1 avg-49.3-1 avg-49.6-1 cov-01 cov-02 cov-03 cov-04
    cov-05 cov-06 cov-07 cov-08 req-reg-1 uavg-05.1-1 uavg-05.2-1 uavg-05.3-1 uavg-05.4-1 uavg-23-1 uavg-24-1
    uavg-25-1 uavg-26-1 uavg-27-1 uavg-28-1 uavg-29-1 uavg-30.1a-1 uavg-30.1b-1 uavg-30.2b-1 uavg-30.3a-1
    uavg-30.4-1 uavg-30.5-1 uavg-30a-1 uavg-33.1a-1 uavg-33.1b-1 uavg-33.2-1 uavg-33.3-1 uavg-33.4c-1 uavg-34-1
    uavg-34-2 uavg-36-1 uavg-41-1 uavg-41.2-1 uavg-45-1 uavg-46-1 uavg-46-2 uavg-47-1 wet-sd-1 wet-sd-2 wgs-01
    wpg-01
    """.split()  # noqa: SIM905  # a list of 231 lines is read by nobody
)
