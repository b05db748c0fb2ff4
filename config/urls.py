"""Every route of the product. A route without a row in the permission matrix test fails the build."""

from django.conf import settings
from django.urls import include, path

from config import home
from core.web import views as web

urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", web.healthz, name="healthz"),
    path("styleguide/", web.styleguide, name="styleguide"),
    path("accounts/", include("accounts.sign_in_urls")),
    path("", include("accounts.urls")),
    path("", include("core.notifications.urls")),
    path("moderation/", include("moderation.urls")),
    path("", include("community.urls")),
    path("", include("cases.urls")),
    path("search/", include("search.urls")),
]
if settings.DEV_MAIL_PAGE:
    urlpatterns.append(path("dev/mail/", web.dev_mail, name="dev_mail"))

handler400 = "core.web.views.bad_request"
handler403 = "core.web.views.forbidden"
handler404 = "core.web.views.not_found"
handler500 = "core.web.views.server_error"
