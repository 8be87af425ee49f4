"""What the word lists find in texts, for the makers of subjects: the catalogue's own engine, under the name used here."""

from gemeentedossier.catalogue.engine.lint import NOTHING, Lint, Look

__all__ = ["NOTHING", "Lint", "Look"]
