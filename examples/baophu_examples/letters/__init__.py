"""The directives of the example: letters as offices write them, all of them made up."""
