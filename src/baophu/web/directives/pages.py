"""The addresses of the pages of directives."""

from django.urls import path

from baophu.web.directives import compared, items, listing, measure, one

urls = [
    path("directives", listing.directives, name="directives"),
    path("directives/hand-in", listing.directive_hand_in, name="directive_hand_in"),
    path("directives/handed-in/<int:number>", listing.directive_handed_in, name="directive_handed_in"),
    path(
        "directives/handed-in/<int:number>/<step>",
        listing.directive_handed_in_step,
        name="directive_handed_in_step",
    ),
    path("directives/measure", measure.directive_measure, name="directive_measure"),
    path("directives/measure/examples", measure.directive_examples, name="directive_examples"),
    path("directives/items/<int:number>", items.directive_item, name="directive_item"),
    path("directives/items/<int:number>/judge", items.item_judge, name="item_judge"),
    path("directives/<int:number>", one.directive, name="directive"),
    path("directives/<int:number>/file", one.directive_file, name="directive_file"),
    path("directives/<int:number>/head", one.directive_head, name="directive_head"),
    path("directives/<int:number>/take-out", one.directive_take_out, name="directive_take_out"),
    path("directives/<int:number>/sure", one.directive_sure, name="directive_sure"),
    path("directives/<int:number>/read", one.directive_read, name="directive_read"),
    path("directives/<int:number>/add", items.directive_add, name="directive_add"),
    path("directives/<int:number>/compare", compared.directive_compare, name="directive_compare"),
]
