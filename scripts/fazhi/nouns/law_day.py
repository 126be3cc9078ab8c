"""Days of the year on which law is made known, by their names. Only 12-04 was read in a law (法治宣传教育法, art. 13)."""

from fazhi.ground.words import Words, same
from fazhi.nouns.record import Record

LAW_DAYS = {
    "03-15": Words("国际消费者权益日", "World Consumer Rights Day"),
    "04-15": Words("全民国家安全教育日", "National Security Education Day"),
    "06-26": Words("国际禁毒日", "International Day Against Drug Abuse"),
    "12-04": Words("国家宪法日", "National Constitution Day"),
}


def law_day_name(day: str) -> Words:
    """The name of a law day `MM-DD`; the day itself where it has none here."""
    return LAW_DAYS.get(day, same(day))


def law_days_of(records: list[Record]) -> list[str]:
    """The law days of a year, `MM-DD` in their order: those everybody keeps, and those that records name."""
    return sorted(LAW_DAYS.keys() | {record.get("law_day") for record in records if record.get("law_day")})
