from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0004_presence'),
    ]

    operations = [
        migrations.AlterField(
            model_name='draft',
            name='form',
            field=models.CharField(help_text='Names the form: where it is sent, and its first field. Of a step: “many” and the key of its change.', max_length=300),
        ),
    ]
