"""Addresses of the pages about accounts."""

from django.urls import path

from baophu.web.accounts import administration, logging_in, logs, own

urls = [
    path("log-in", logging_in.log_in, name="log_in"),
    path("log-out", logging_in.leave, name="log_out"),
    path("second-factor", logging_in.second_factor, name="second_factor"),
    path("enrol", logging_in.enrol, name="enrol"),
    path("invitation/<token>", logging_in.invitation, name="invitation"),
    path("me", own.me, name="me"),
    path("me/password", own.password, name="own_password"),
    path("me/backup-codes", own.backup_codes, name="own_backup_codes"),
    path("me/sessions", own.sessions, name="own_sessions"),
    path("accounts", administration.accounts, name="accounts"),
    path("accounts/new", administration.new_account, name="new_account"),
    path("accounts/<int:number>", administration.account, name="account"),
    path("accounts/<int:number>/<step>", administration.take_step, name="account_step"),
    path("access-log", logs.access_log, name="access_log"),
    path("access-log/<int:number>", logs.look, name="look"),
    path("audit", logs.audit, name="audit"),
]
