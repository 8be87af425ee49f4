from gemeentedossier.exchange.models.imports import Import

__all__ = ["Import"]
