"""The addresses of the calendar, and of how offices keep their days."""

from django.urls import path

from baophu.web.calendar import days_off, feeds, kept, month

urls = [
    path("tasks/calendar", month.task_calendar, name="task_calendar"),
    path("tasks/calendar/feeds", feeds.calendar_feeds, name="calendar_feeds"),
    path("tasks/calendar/feeds/make", feeds.make, name="make_feed"),
    path("tasks/calendar/feeds/<int:number>/end", feeds.end, name="end_feed"),
    path("tasks/days-off", days_off.days_off, name="days_off"),
    path("tasks/days-off/announce", days_off.announce, name="announce_days"),
    path("tasks/days-off/take-back", days_off.take_back, name="take_back_days"),
    path("tasks/kept", kept.kept, name="days_kept"),
    path("tasks/kept/file", kept.kept_file, name="days_kept_file"),
    path("calendar/<str:token>.ics", feeds.calendar_feed, name="calendar_feed"),
]
