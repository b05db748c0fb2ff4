"""The permission matrix: what each of eight roles meets at every route. A route without a row fails the build.

Outcomes: `in` (the view answers, whatever it says), `login` (sent to sign in), `verify` (sent to their own verification),
`no` (403), `none` (404: existence is secret). Rows name what a request meets on the objects of `world.py`: a published
case, a draft and a submitted case of somebody else, a hidden reply.
"""

ROLES = ("anonymous", "unverified", "claimed", "unpoliced", "suspended", "member", "moderator", "registrar")

ANYONE = "in in in in in in in in"
SIGNED_IN = "login in in in in in in in"
MEMBER = "login verify verify verify verify in in verify"
MODERATOR = "login verify verify verify verify no in verify"
REGISTRAR = "login no no no no no no in"
# Objects of others: existence stays secret to those who may not see them.
AUTHOR_ONLY = "login verify verify verify verify none none verify"
MODERATOR_SEES = "login verify verify verify verify none in verify"
OWN_NOTICE = NOT_SET_UP = "login none none none none none none none"
NO_METHOD = "login no no no no no no no"  # nothing to confirm with: no second factor is set up

# route name: (method, outcomes of the roles above in order)
ROUTES: dict[str, tuple[str, str]] = {
    "home": ("GET", "in verify verify verify verify in in registrar"),
    "healthz": ("GET", ANYONE),
    "styleguide": ("GET", ANYONE),
    "dev_mail": ("GET", ANYONE),
    "policies:detail": ("GET", ANYONE),
    "verification:status": ("GET", SIGNED_IN),
    "verification:claim": ("POST", SIGNED_IN),
    "verification:accept": ("POST", SIGNED_IN),
    "registrar:queue": ("GET", REGISTRAR),
    "registrar:decide": ("GET", REGISTRAR),
    "notices:list": ("GET", SIGNED_IN),
    "notices:read_all": ("POST", SIGNED_IN),
    "notices:open": ("GET", OWN_NOTICE),
    "channels:list": ("GET", MEMBER),
    "channels:detail": ("GET", MEMBER),
    "channels:new_topic": ("GET", MEMBER),
    "topics:detail": ("GET", MEMBER),
    "topics:reply": ("POST", MEMBER),
    "topics:events": ("GET", MEMBER),
    "topics:label": ("POST", "login verify verify verify verify no in verify"),
    "topics:read": ("POST", MEMBER),
    "posts:edit": ("GET", "login verify verify verify verify no no verify"),
    "cases:list": ("GET", MEMBER),
    "cases:mine": ("GET", MEMBER),
    "cases:new": ("GET", MEMBER),
    "posts:hints": ("POST", MEMBER),
    "posts:colleagues": ("POST", MEMBER),
    "cases:detail": ("GET", MEMBER),
    "cases:edit": ("GET", AUTHOR_ONLY),
    "cases:files": ("GET", AUTHOR_ONLY),
    "cases:send": ("GET", AUTHOR_ONLY),
    "cases:withdraw": ("POST", "login verify verify verify verify no no verify"),
    "cases:outcome": ("GET", AUTHOR_ONLY),
    "files:serve": ("GET", AUTHOR_ONLY),
    "files:frame": ("GET", AUTHOR_ONLY),
    "files:look": ("GET", MEMBER),
    "files:viewing": ("GET", MEMBER),
    "files:state": ("GET", AUTHOR_ONLY),
    "files:original": ("GET", AUTHOR_ONLY),
    "files:cover": ("POST", "login verify verify verify verify no no verify"),
    "files:face": ("POST", "login verify verify verify verify no no verify"),
    "files:retry": ("POST", "login verify verify verify verify no no verify"),
    "files:remove": ("POST", "login verify verify verify verify no no verify"),
    "search:results": ("GET", MEMBER),
    "search:suggest": ("GET", MEMBER),
    "search:similar": ("POST", MEMBER),
    "search:similar_case": ("GET", MEMBER),
    "search:saved": ("GET", MEMBER),
    "search:save": ("POST", MEMBER),
    "search:open_saved": ("GET", AUTHOR_ONLY),
    "search:change_saved": ("POST", AUTHOR_ONLY),
    "search:delete_saved": ("POST", AUTHOR_ONLY),
    "moderation:queue": ("GET", MODERATOR),
    "moderation:item": ("GET", MODERATOR),
    "moderation:claim": ("POST", MODERATOR),
    "moderation:release": ("POST", MODERATOR),
    "moderation:extend": ("POST", MODERATOR),
    "moderation:decide": ("POST", MODERATOR),
    "moderation:settle": ("POST", MODERATOR),
    "moderation:flag": ("GET", MEMBER),
    # Open to whoever it concerns, suspended or not, and to moderators.
    "moderation:decision": ("GET", "login none none none none none in none"),
    "moderation:appeal": ("POST", "login none none none none none no none"),
    "moderation:appeals": ("GET", MODERATOR),
    "moderation:decide_appeal": ("GET", MODERATOR),
    "moderation:dashboard": ("GET", MODERATOR),
    "moderation:outbox": ("GET", MODERATOR),
    "moderation:outbox_retry": ("POST", MODERATOR),
    "files:judge": ("POST", "login verify verify verify verify no in verify"),
    # allauth's pages hold no community content and decide for themselves.
    **{f"account_{name}": ("GET", ANYONE) for name in ("login", "logout", "inactive", "signup", "request_login_code")},
    "account_email_verification_sent": ("GET", "login in in in in in in in"),
    "account_confirm_login_code": ("GET", "in in in in in in in in"),
    "account_email": ("GET", SIGNED_IN),
    "account_reauthenticate": ("GET", NO_METHOD),
    "mfa_index": ("GET", SIGNED_IN),
    "mfa_authenticate": ("GET", SIGNED_IN),
    "mfa_reauthenticate": ("GET", NO_METHOD),
    "mfa_activate_totp": ("GET", SIGNED_IN),
    "mfa_deactivate_totp": ("GET", NOT_SET_UP),
    "mfa_list_webauthn": ("GET", SIGNED_IN),
    "mfa_add_webauthn": ("GET", SIGNED_IN),
    "mfa_reauthenticate_webauthn": ("GET", NO_METHOD),
    "mfa_edit_webauthn": ("GET", NOT_SET_UP),
    "mfa_remove_webauthn": ("GET", NOT_SET_UP),
    "mfa_view_recovery_codes": ("GET", NOT_SET_UP),
    "mfa_generate_recovery_codes": ("GET", SIGNED_IN),
    "mfa_download_recovery_codes": ("GET", NOT_SET_UP),
}

# Valid bodies, where an empty one would be refused before rights are looked at.
BODIES: dict[str, dict[str, str]] = {
    "topics:label": {"label": "solved"},
    "files:cover": {"boxes": '[{"x": 1, "y": 1, "w": 5, "h": 5}]'},
    "files:face": {"consent_reference": "CONS-0001"},
    "moderation:appeal": {"statement": "Please look at this again."},
}
