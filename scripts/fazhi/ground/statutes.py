"""The laws that the rules cite, with their versions and the days these were in force."""

from datetime import date

from fazhi.ground.laws import Law, Version
from fazhi.ground.words import Words

INFORMATION = Law(
    name="政府信息公开条例",
    full_name="中华人民共和国政府信息公开条例",
    english="Regulations on Open Government Information",
    level="行政法规",
    versions=(
        Version(date(2007, 4, 5), date(2008, 5, 1), date(2019, 5, 14), 38, False, Words("2007年", "2007")),
        Version(date(2019, 4, 3), date(2019, 5, 15), None, 56, True, Words("2019年修订", "2019 revision")),
    ),
)

VILLAGES = Law(
    name="村民委员会组织法",
    full_name="中华人民共和国村民委员会组织法",
    english="Organic Law of the Villagers' Committees",
    level="法律",
    versions=(
        Version(
            date(2018, 12, 29),
            date(2018, 12, 29),
            date(2025, 12, 31),
            41,
            True,
            Words("2018年修正", "2018 amendment"),
        ),
        Version(date(2025, 10, 28), date(2026, 1, 1), None, 50, True, Words("2025年修正", "2025 amendment")),
    ),
    also=("村委会组织法",),
)
