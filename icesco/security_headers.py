"""Headers that every answer carries alike, beside the content security policy."""

from django.conf import settings

# What no page of ours asks a browser for. Not named, and so left to our own pages: full screen, the clipboard (links
# are copied) and passkeys.
NEVER_USED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in NEVER_USED)


def fixed_headers(is_secure):
    """{name: value}. is_secure: whether the answer travels by https; a browser believes HSTS there alone (RFC 6797)."""
    headers = {
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }
    if is_secure and settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = strict_transport()
    return headers


def strict_transport():
    """The value of Strict-Transport-Security, as Django's SecurityMiddleware writes it from the same settings."""
    value = f"max-age={settings.SECURE_HSTS_SECONDS}"
    value += "; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
    return value + ("; preload" if settings.SECURE_HSTS_PRELOAD else "")
