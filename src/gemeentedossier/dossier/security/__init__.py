"""The security framework in relation to the purposes (Part B, GDPR 32): how much harm an activity's data can do, per
availability, integrity and confidentiality; what systems inherit of that; and who may see what for what.

Start reading in ``facts`` and ``engine/inherited.py``, then ``actions/classification.py``.
"""
