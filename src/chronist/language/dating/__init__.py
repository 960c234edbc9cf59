"""When a report was published, from its own words."""

from chronist.language.dating.date import date_report

__all__ = ["date_report"]
