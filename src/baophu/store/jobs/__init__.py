"""Work that outlasts a page: a queue of rows, the worker that takes them, and what each kind of work does."""
