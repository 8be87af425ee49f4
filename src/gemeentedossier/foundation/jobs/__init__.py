"""Work of more than a moment: asked for in a request, done in a process of its own, left and found again.

Knows no word of what is made. Start reading in ``work`` (what a room registers), then ``actions`` (asking for it),
``standing`` (how a dead process is recognised) and ``process`` (what runs). Why no task library: docs/decisions.
"""
