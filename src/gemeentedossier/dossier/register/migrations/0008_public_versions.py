"""The versions that everybody can read are found by municipality: the front page names those that have one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0007_review_notes")]

    operations = [
        migrations.AddIndex(
            model_name="activityversion",
            index=models.Index(
                models.F("municipality"),
                condition=models.Q(("published_at__isnull", False), ("withdrawn_at", None)),
                name="version_that_is_public",
            ),
        ),
    ]
