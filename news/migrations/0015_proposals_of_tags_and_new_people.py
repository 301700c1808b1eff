import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0014_the_bin"),
        ("people", "0002_portrait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="linkproposal",
            name="proposal_is_of_one_thing",
        ),
        migrations.AddField(
            model_name="linkproposal",
            name="new_name",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="name of a new person"),
        ),
        migrations.AddField(
            model_name="linkproposal",
            name="tag",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="news.tag",
                verbose_name="tag",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("new_name", ""),
                        ("member_state__isnull", False),
                        ("person__isnull", True),
                        ("sector__isnull", True),
                        ("tag__isnull", True),
                    ),
                    models.Q(
                        ("new_name", ""),
                        ("member_state__isnull", True),
                        ("person__isnull", True),
                        ("sector__isnull", False),
                        ("tag__isnull", True),
                    ),
                    models.Q(
                        ("new_name", ""),
                        ("member_state__isnull", True),
                        ("person__isnull", False),
                        ("sector__isnull", True),
                        ("tag__isnull", True),
                    ),
                    models.Q(
                        ("new_name", ""),
                        ("member_state__isnull", True),
                        ("person__isnull", True),
                        ("sector__isnull", True),
                        ("tag__isnull", False),
                    ),
                    models.Q(
                        models.Q(("new_name", ""), _negated=True),
                        ("member_state__isnull", True),
                        ("person__isnull", True),
                        ("sector__isnull", True),
                        ("tag__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="proposal_is_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkproposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tag__isnull", False)),
                fields=("article", "tag"),
                name="one_proposal_per_article_and_tag",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkproposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("new_name", ""), _negated=True),
                fields=("article", "new_name"),
                name="one_proposal_per_article_and_new_name",
            ),
        ),
    ]
