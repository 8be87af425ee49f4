"""The recorded facts of a municipality, in sub-rooms that each rest on the ones before them.

``evidence`` and ``governance`` lie lowest, then ``parties``, ``assets`` and the ``register`` of processing
activities; ``snapshot`` gathers everything into one immutable tree, now or at any moment. Start there.
"""
