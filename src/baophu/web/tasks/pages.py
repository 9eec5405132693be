"""The addresses of the pages of tasks."""

from django.urls import path

from baophu.web.tasks.board import board
from baophu.web.tasks.listing import task_list
from baophu.web.tasks.mine import my_tasks
from baophu.web.tasks.one import task

urls = [
    path("tasks", board, name="tasks"),
    path("tasks/list", task_list, name="task_list"),
    path("tasks/mine", my_tasks, name="my_tasks"),
    path("tasks/<int:number>", task, name="task"),
]
