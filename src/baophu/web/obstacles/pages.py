"""The addresses of the pages of obstacles."""

from django.urls import path

from baophu.web.obstacles import counts, listing, one, recording

urls = [
    path("obstacles", listing.obstacles, name="obstacles"),
    path("obstacles/print", listing.obstacles_print, name="obstacles_print"),
    path("obstacles.xlsx", listing.obstacles_file, name="obstacles_file"),
    path("obstacles/counts", counts.obstacle_counts_page, name="obstacle_counts"),
    path("obstacles/new", recording.new_obstacle, name="new_obstacle"),
    path("obstacles/<int:number>", one.obstacle, name="obstacle"),
    path("obstacles/<int:number>/<step>", one.take_step, name="obstacle_step"),
]
