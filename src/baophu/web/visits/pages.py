"""The addresses of people to reach, worklists and visits."""

from django.urls import path

from baophu.web.visits import files, handing, reach, sheets, visiting, worklists

urls = [
    path("people", reach.people, name="people"),
    path("people/print", files.people_print, name="people_print"),
    path("people.xlsx", files.people_file, name="people_file"),
    path("people/files/<int:number>", files.people_made, name="people_made"),
    path("people/hand-out", handing.hand_out, name="hand_out"),
    path("worklists", worklists.worklists, name="worklists"),
    path("worklists/take-back", worklists.worklists_take_back, name="worklists_take_back"),
    path("worklists/<int:number>", worklists.worklist, name="worklist"),
    path("worklists/<int:number>/print", worklists.worklist_print, name="worklist_print"),
    path("worklists/<int:number>.xlsx", worklists.worklist_file, name="worklist_file"),
    path("worklists/<int:number>/close", worklists.worklist_close, name="worklist_close"),
    path("worklists/<int:number>/reopen", worklists.worklist_reopen, name="worklist_reopen"),
    path("worklists/sheets", sheets.sheet_receive, name="sheet_receive"),
    path("worklists/sheets/<int:number>", sheets.sheet, name="sheet"),
    path("worklists/sheets/<int:number>/rejects.xlsx", sheets.sheet_rejects, name="sheet_rejects"),
    path("worklists/sheets/<int:number>/undo", sheets.sheet_undo, name="sheet_undo"),
    path("visits", visiting.visits, name="visits"),
    path("visits/undo", visiting.visits_undo, name="visits_undo"),
    path("visits/<int:person>", visiting.visit, name="visit"),
]
