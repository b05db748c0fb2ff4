"""The rooms there are."""

from django.db import transaction

from accounts.specialties import SPECIALTIES
from community.models import Channel

GENERAL = "general"


@transaction.atomic
def ensure_channels() -> int:
    """One channel per specialty and a general one; existing ones stay as they are. Runs after every migrate.

    Returns:
        how many were new.
    """
    existing = set(Channel.objects.values_list("slug", flat=True))
    wanted = [
        Channel(slug=GENERAL, name="General", description="Questions across specialties, and about the work itself.")
    ] + [
        Channel(
            slug=slug,
            name=name,
            specialty=slug,
            position=position,
            description=f"Cases and questions in {name.lower()}.",
        )
        for position, (slug, name) in enumerate(SPECIALTIES.items(), start=1)
    ]
    new = [channel for channel in wanted if channel.slug not in existing]
    Channel.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
