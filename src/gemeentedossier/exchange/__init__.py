"""What comes in and goes out: registers of processing from other people's files, and the dossier as a whole.

May know the dossier's vocabularies and everything below; writes only through actions. A file is read, never
believed: every value either becomes a draft with the place where it stood, or a remark that says why not.
Start reading in ``facts`` (what an import yields), then ``engine/register.py`` (the way from file to drafts).
"""
