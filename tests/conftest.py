"""How hard the property tests try: FAZHI_PROFILE is `default`, `ci` or `nightly`."""

import os

from hypothesis import HealthCheck, settings

_SLOW_DISKS = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)

settings.register_profile("default", max_examples=150, deadline=None, suppress_health_check=_SLOW_DISKS)
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("nightly", parent=settings.get_profile("default"), max_examples=10_000)
settings.load_profile(os.environ.get("FAZHI_PROFILE", "ci" if os.environ.get("CI") else "default"))
