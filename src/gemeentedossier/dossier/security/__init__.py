"""The security framework in relation to the purposes (Part B, GDPR 32): how much harm an activity's data can do, per
availability, integrity and confidentiality; what systems inherit of that; who may see what for what; which digital tool
may be used for what; how logs are looked at; which risks remain and who decided on them; what of the baseline does not
apply; and how people are helped when everything fails.

Start reading in ``facts`` and ``engine/inherited.py``, then ``actions/classification.py``.
"""
