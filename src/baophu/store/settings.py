"""Django's settings. What depends on the home is set anew when another home is opened."""

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
