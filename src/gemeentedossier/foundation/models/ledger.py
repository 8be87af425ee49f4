"""The ledger's tables. Only functions in the database write them (``ledger/installation.sql``); see ``ledger``."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from gemeentedossier.foundation.models.municipality import Municipality

SIGNED_NOTE = r"^[^\n]+\n[1-9][0-9]*\n[A-Za-z0-9+/]{43}=\n\n(— [^\n ]+ [A-Za-z0-9+/]+=*\n)+$"
"""The form of a checkpoint: origin, size, root and at least one signature (c2sp.org/tlog-checkpoint)."""


class LedgerEntry(models.Model):
    """One change of one record, numbered from 1 in the order of commits. ``leaf`` outlives content and salt."""

    pk = models.CompositePrimaryKey("municipality", "number")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    number = models.BigIntegerField()
    numbered_at = models.DateTimeField()
    source = models.CharField(max_length=63, db_collation="C", help_text="The table of history.")
    row = models.BigIntegerField(help_text="The number of the row in that table.")
    record = models.UUIDField(help_text="The record that changed.")
    content = models.TextField(null=True)  # noqa: DJ001 - erased is another thing than empty
    salt = models.BinaryField(null=True)
    leaf = models.BinaryField()
    erased_at = models.DateTimeField(null=True)
    erased_because = models.TextField(blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["municipality", "source", "record", "-number"],
                include=["row"],
                name="ledger_entry_record",
            )
        ]
        verbose_name_plural = "ledger entries"

    def __str__(self) -> str:
        return f"{self.number}: {self.source} {self.row}"


class LedgerHead(models.Model):
    """How far the ledger of a municipality has come. Its row is the lock under which entries get their number."""

    municipality = models.OneToOneField(Municipality, primary_key=True, on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField()
    numbered_at = models.DateTimeField()
    transaction = models.BigIntegerField(null=True, help_text="Which one numbered last: its entries share a moment.")

    def __str__(self) -> str:
        return str(self.size)


class LedgerCheckpoint(models.Model):
    """A signed size and root, with the peaks of the tree from which the next one goes on."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField()
    note = models.TextField()
    peaks = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "size"], name="ledger_checkpoint_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="ledger_checkpoint_of_something"),
            models.CheckConstraint(condition=models.Q(note__regex=SIGNED_NOTE), name="ledger_checkpoint_is_signed"),
            models.CheckConstraint(
                condition=models.lookups.Exact(
                    models.Func(models.F("peaks"), function="octet_length", output_field=models.IntegerField()),
                    models.Func(
                        models.F("size"),
                        template="32 * bit_count(%(expressions)s::bit(64))",
                        output_field=models.IntegerField(),
                    ),
                ),
                name="ledger_checkpoint_has_its_peaks",
            ),
        ]
        ordering = ["size"]

    def __str__(self) -> str:
        return self.note.partition("\n")[0]


class LedgerPending(models.Model):
    """Rows of history that the transaction will number when it commits; empty outside transactions."""

    id = models.BigAutoField(primary_key=True)
    transaction = models.BigIntegerField(db_index=True)
    municipality_id = models.UUIDField()
    source = models.CharField(max_length=63)
    rows = ArrayField(models.BigIntegerField())

    def __str__(self) -> str:
        return f"{self.transaction}: {self.source}"


class LedgerTransaction(models.Model):
    """A transaction that has rows to number: its insertion makes the database do so at commit."""

    transaction = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.transaction)
