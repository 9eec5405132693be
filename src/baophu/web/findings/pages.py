"""The addresses of the pages of findings."""

from django.urls import path

from baophu.web.findings import listing, one, recording

urls = [
    path("findings", listing.findings, name="findings"),
    path("findings.xlsx", listing.findings_file, name="findings_file"),
    path("findings/new", recording.new_finding, name="new_finding"),
    path("findings/<int:number>", one.finding, name="finding"),
    path("findings/<int:number>/<step>", one.take_step, name="finding_step"),
]
