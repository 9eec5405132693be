"""Django's settings. What depends on the home is set anew when another home is opened."""

import os
from pathlib import Path

from django.utils.csp import CSP

from baophu.base.home import home_at
from baophu.store.databases import database_of, secret_of

HOME = home_at()
DATABASES = {"default": database_of(HOME)}
SECRET_KEY = secret_of(HOME)

INSTALLED_APPS = ["baophu.store"]
AUTH_USER_MODEL = "store.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"

# The pages. Their modules are read when a page is asked for, not on the command line.
ROOT_URLCONF = "baophu.web.urls"
HOSTS_VARIABLE = "BAOPHU_HOSTS"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *os.environ.get(HOSTS_VARIABLE, "").split()]
WSGI_APPLICATION = "baophu.web.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baophu.web.middleware.speak",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "baophu.web.middleware.TellErrors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parents[1] / "web" / "templates"],
        "OPTIONS": {"environment": "baophu.web.rendering.environment"},
    }
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
