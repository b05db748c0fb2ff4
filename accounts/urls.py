from django.urls import include, path

from accounts.views import policies, registrar, verification

verification_urls = (
    [
        path("", verification.status, name="status"),
        path("claim/", verification.claim, name="claim"),
        path("accept-policy/", verification.accept, name="accept"),
    ],
    "verification",
)
registrar_urls = (
    [path("", registrar.queue, name="queue"), path("<int:pk>/", registrar.decide, name="decide")],
    "registrar",
)
policy_urls = ([path("<slug:slug>/", policies.detail, name="detail")], "policies")

urlpatterns = [
    path("verification/", include(verification_urls)),
    path("registrar/", include(registrar_urls)),
    path("policies/", include(policy_urls)),
]
