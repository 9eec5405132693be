"""Addresses of the pages about lists, work on them, and reports."""

from django.urls import path

from baophu.web.lists import expecting, jobs, kept, owed, received, reports, rows, templates, uploads

urls = [
    path("lists", received.lists, name="lists"),
    path("lists/hand-in", uploads.hand_in, name="hand_in"),
    path("lists/up-to-date", jobs.bring_up_to_date, name="bring_up_to_date"),
    path("lists/keep", uploads.keep_chosen, name="keep_chosen"),
    path("lists/templates", templates.templates, name="list_templates"),
    path("lists/templates/<kind>", templates.template, name="list_template"),
    path("lists/uploads/<int:number>", uploads.upload, name="upload"),
    path("lists/uploads/<int:number>/<step>", uploads.step, name="upload_step"),
    path("lists/<int:number>", kept.one_list, name="list"),
    path("lists/<int:number>/rows", rows.list_rows, name="list_rows"),
    path("lists/<int:number>/rejected", kept.rejected, name="rejected"),
    path("lists/<int:number>/<step>", kept.step, name="list_step"),
    path("owed", owed.owed, name="owed"),
    path("owed/remind", owed.write_one, name="remind"),
    path("owed/decide", expecting.expected_list, name="expected_list"),
    path("owed/reminders/<int:number>", owed.reminder, name="reminder"),
    path("owed/reminders/<int:number>/letter", owed.letter, name="reminder_letter"),
    path("jobs/<int:number>", jobs.job, name="job"),
    path("reports", reports.reports, name="reports"),
    path("reports/week", reports.make_report, name="make_report"),
    path("reports/<int:number>/<str:name>", reports.report_file, name="report_file"),
]
