"""What the word lists find in texts, under the name that the makers of subjects use."""

from gemeentedossier.catalogue.engine.lint import NOTHING, Lint, Look

__all__ = ["NOTHING", "Lint", "Look"]
