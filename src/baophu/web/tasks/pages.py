"""The addresses of the pages of tasks."""

from django.urls import path

from baophu.web.tasks import steps
from baophu.web.tasks.board import board
from baophu.web.tasks.giving import new_task
from baophu.web.tasks.listing import task_file, task_list, task_print, tasks_together
from baophu.web.tasks.mine import my_tasks
from baophu.web.tasks.one import task

urls = [
    path("tasks", board, name="tasks"),
    path("tasks/list", task_list, name="task_list"),
    path("tasks/print", task_print, name="task_print"),
    path("tasks/file", task_file, name="task_file"),
    path("tasks/together", tasks_together, name="tasks_together"),
    path("tasks/new", new_task, name="new_task"),
    path("tasks/mine", my_tasks, name="my_tasks"),
    path("tasks/steps/<int:number>/undo", steps.task_undo, name="task_undo"),
    path("tasks/evidence/<int:number>/remove", steps.evidence_remove, name="evidence_remove"),
    path("tasks/evidence/<int:number>/restore", steps.evidence_restore, name="evidence_restore"),
    path("tasks/<int:number>", task, name="task"),
    path("tasks/<int:number>/move", steps.task_move, name="task_move"),
    path("tasks/<int:number>/hand", steps.task_hand, name="task_hand"),
    path("tasks/<int:number>/extend", steps.task_extend, name="task_extend"),
    path("tasks/<int:number>/prove", steps.task_prove, name="task_prove"),
    path("tasks/<int:number>/evidence/<int:evidence>", steps.evidence_file, name="evidence_file"),
]
