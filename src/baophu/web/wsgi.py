"""The pages of one home as a WSGI application, with the files they need beside them."""

from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.template import engines
from django.urls import get_resolver
from whitenoise import WhiteNoise

from baophu.areas.units import load_areas
from baophu.base.home import home_at
from baophu.store.incoming import receiving_folder
from baophu.store.opening import open_home
from baophu.web.rendering import STATIC

FOR_A_YEAR = 31_536_000


def application_of(static: Path = STATIC) -> WhiteNoise:
    """The application of the home that `BAOPHU_HOME` names. Raises what `open_home` raises."""
    open_home(home_at())
    # Lists are full of people: while they arrive they lie in the home too.
    settings.FILE_UPLOAD_TEMP_DIR = receiving_folder()
    _get_ready()
    # A file's address carries a mark of its content, so that it may be kept for ever.
    return WhiteNoise(get_wsgi_application(), root=static, prefix="static/", max_age=FOR_A_YEAR)


def _get_ready() -> None:
    """Read what the first visitors would wait for: the modules of all pages, the areas, the templates."""
    get_resolver().check()
    load_areas()
    for engine in engines.all():
        for name in engine.env.list_templates():
            engine.get_template(name)


application = application_of()
