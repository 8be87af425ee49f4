"""Papers of a municipality: policy documents, extracts and letters, from snapshot and findings.

May know what assessment and the rooms below it know; writes nothing into the dossier. Start reading in
``engine/blocks.py`` (what a document is made of, and why no sentence can stand in it without a source),
then ``engine/rendering.py`` (one document in, HTML, PDF, ODT or DOCX out).
"""
