"""Finds the pages: follows links from the first one, and takes one address of every view."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
# View → its address, with the query that led there.
type Addresses = dict[str, str]


def follow(context: BrowserContext, start: str) -> Addresses:
    """One page of every view that links lead to."""
    found: Addresses = {}
    ahead, met = [start], {start}
    while ahead:
        path = ahead.pop(0)
        view = view_at(path)
        if view is None or view in found:
            continue
        response = context.request.get(path)
        if response.headers.get("content-type", "").startswith("text/html"):
            found[view] = path
            links = [urljoin(path, unescape(link)) for link in LINK.findall(response.text())]
            fresh = [link for link in links if link.startswith("/") and link not in met]
            met.update(fresh)
            ahead += fresh
    return found


def view_at(path: str) -> str | None:
    """The name of the view that answers at an address of ours."""
    try:
        return str(resolve(urlsplit(path).path).view_name)
    except Resolver404:
        return None
