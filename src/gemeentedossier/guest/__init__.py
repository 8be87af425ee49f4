"""The door for people of the parties: each sees the agreements of its own party, shows what is asked, and attests.

Knows the agreements and who acts for whom; nothing of the register, of findings or of what others do. Start reading in
``rules`` and ``dossier/agreements/engine/own.py``.
"""
