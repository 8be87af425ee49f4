from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "gemeentedossier.exchange"
    label = "exchange"
