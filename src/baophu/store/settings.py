"""Django's settings. What depends on the home is set anew when another home is opened."""

import os
from datetime import timedelta
from pathlib import Path

from django.utils.csp import CSP

from baophu.base.home import home_at
from baophu.store.databases import database_of, secret_of

HOME = home_at()
DATABASES = {"default": database_of(HOME)}
SECRET_KEY = secret_of(HOME)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "axes",
    "baophu.store",
]
AUTH_USER_MODEL = "store.Account"
PASSWORD_HASHERS = ["baophu.store.passwords.PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "full_name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# After five failures for one name from one address nobody logs in there for a quarter of an hour. What was
# tried, and by whom, is told by our own audit.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"axes": {"level": "CRITICAL"}},
}
OTP_TOTP_ISSUER = "Bao Phủ"
SESSION_ENGINE = "baophu.store.models.session"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

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
    "baophu.web.middleware.trust_connection",
    "baophu.web.middleware.ask_writes_once",
    "baophu.web.middleware.secure_cookies",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baophu.web.middleware.speak",
    "baophu.web.middleware.know_days_off",
    "django.middleware.csrf.CsrfViewMiddleware",
    "baophu.web.middleware.know_account",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "baophu.web.middleware.TellErrors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parents[1] / "web" / "templates"],
        "OPTIONS": {
            "environment": "baophu.web.rendering.environment",
            "context_processors": ["baophu.web.rendering.form_token"],
        },
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
# Said only over https: for thirty days the browser takes no other way.
SECURE_HSTS_SECONDS = 30 * 24 * 60 * 60
X_FRAME_OPTIONS = "DENY"
