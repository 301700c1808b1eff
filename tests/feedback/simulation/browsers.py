"""Browsers that people have: their names as sent, their languages, and what they say of where a request comes from."""

import re

CHROME, SAFARI = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome", "AppleWebKit/605.1.15 (KHTML, like Gecko)"
# Chrome on Android tells every device as "Android 10; K": strangers with the same version look alike.
ANDROID, WINDOWS = "Mozilla/5.0 (Linux; Android 10; K)", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
MAC, LINUX = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "Mozilla/5.0 (X11; Linux x86_64)"


def iphone(system, version, device="iPhone; CPU iPhone OS"):
    name = system.replace(".", "_")
    return f"Mozilla/5.0 ({device} {name} like Mac OS X) {SAFARI} Version/{version} Mobile/15E148 Safari/604.1"


def in_app(device, tail):
    return f"Mozilla/5.0 (Linux; Android {device}; wv) {CHROME.replace('Chrome', 'Version/4.0 Chrome')}/{tail}"


def firefox(version, system="Windows NT 10.0; Win64; x64"):
    return f"Mozilla/5.0 ({system}; rv:{version}) Gecko/20100101 Firefox/{version}"


PHONES = {
    **{
        f"{ANDROID} {CHROME}/{version}.0.0.0 Mobile Safari/537.36": weight
        for version, weight in (
            (144, 190),
            (145, 90),
            (143, 50),
            (142, 22),
            (138, 12),
            (131, 8),
            (124, 6),
            (114, 5),
            (109, 4),
        )
    },
    **{
        f"{ANDROID} {CHROME.replace('Chrome', 'SamsungBrowser')}/{version} Chrome/{chrome} Mobile Safari/537.36": weight
        for version, chrome, weight in (("29.0", "136.0.0.0", 30), ("28.0", "130.0.0.0", 12), ("25.0", "121.0.0.0", 5))
    },
    **{
        iphone(system, version): weight
        for system, version, weight in (
            ("18.7", "26.3", 48),
            ("18.7", "26.2", 22),
            ("18.6", "18.6", 24),
            ("17.6.1", "17.6", 10),
            ("16.7.10", "16.6", 7),
            ("15.8.3", "15.6.6", 5),
            ("14.8.1", "14.1.2", 2),
            ("12.5.7", "12.1.2", 1),
        )
    },
    in_app("14; SM-A155F Build/UP1A.231005.007", "144.0.7559.59 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/545.0]"): 12,
    in_app(
        "13; SM-A135F Build/TP1A.220624.014", "143.0.7499.146 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/540.0.0.46;]"
    ): 9,
    in_app("14; 23129RAA4G Build/UKQ1.231003.002", "144.0.7559.59 Mobile Safari/537.36 Instagram 410.0.0.48"): 8,
    in_app(
        "12; Infinix X6816 Build/SP1A.210812.016", "142.0.7444.171 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/539.0.0.54;]"
    ): 6,
    in_app("11; TECNO KG5k Build/RP1A.200720.011", "138.0.7204.179 Mobile Safari/537.36 trill_380603"): 4,
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {SAFARI} Mobile/15E148 [FBAN/FBIOS;FBAV/545.0]": 7,
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) {SAFARI} Mobile/15E148 Instagram 411.0.0.27": 7,
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) {SAFARI} Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.35;]": 2,
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {SAFARI} CriOS/144.0.7559 Mobile/15E148 Safari/604.1": 7,
    "Mozilla/5.0 (Android 14; Mobile; rv:147.0) Gecko/147.0 Firefox/147.0": 5,
    "Mozilla/5.0 (Android 10; Mobile; rv:68.0) Gecko/68.0 Firefox/68.0": 1,
    f"{ANDROID} {CHROME}/143.0.0.0 Mobile Safari/537.36 OPR/94.0.0.0": 5,
    f"{ANDROID} {CHROME}/143.0.0.0 Mobile Safari/537.36 EdgA/143.0.0.0": 2,
    "Mozilla/5.0 (Linux; U; Android 12; ar; M2006) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/123.0.6312.80 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.24": 3,
}
TABLETS = {
    f"{ANDROID} {CHROME}/144.0.0.0 Safari/537.36": 12,
    f"{ANDROID} {CHROME}/131.0.0.0 Safari/537.36": 3,
    iphone("17.7", "17.7", "iPad; CPU OS"): 4,
    iphone("12.5.7", "12.1.2", "iPad; CPU OS"): 2,
}
COMPUTERS = {
    **{
        f"{WINDOWS} {CHROME}/{version}.0.0.0 Safari/537.36": weight
        for version, weight in (
            (144, 85),
            (145, 40),
            (143, 24),
            (138, 6),
            (125, 5),
            (109, 8),
        )
    },
    **{
        f"{WINDOWS} {CHROME}/{version}.0.0.0 Safari/537.36 Edg/{version}.0.0.0": weight
        for version, weight in (
            (144, 42),
            (143, 14),
            (138, 4),
        )
    },
    f"{WINDOWS} {CHROME}/143.0.0.0 Safari/537.36 OPR/127.0.0.0": 5,
    **{firefox(version): weight for version, weight in (("147.0", 20), ("146.0", 8), ("140.0", 8), ("115.0", 5))},
    firefox("78.0", "Windows NT 6.1; Win64; x64"): 3,
    firefox("147.0", "X11; Linux x86_64"): 4,
    firefox("140.0", "X11; Linux x86_64"): 2,
    firefox("147.0", "Macintosh; Intel Mac OS X 10.15"): 2,
    f"{MAC} {CHROME}/144.0.0.0 Safari/537.36": 16,
    f"{LINUX} {CHROME}/144.0.0.0 Safari/537.36": 6,
    f"{MAC} {SAFARI} Version/26.3 Safari/605.1.15": 14,
    f"{MAC} {SAFARI} Version/18.6 Safari/605.1.15": 8,
    f"{MAC} {SAFARI} Version/16.3 Safari/605.1.15": 2,
    f"{MAC} {SAFARI} Version/15.6.1 Safari/605.1.15": 2,
    f"{MAC} {SAFARI} Version/13.1.2 Safari/605.1.15": 1,
}
EVERYWHERE = {**PHONES, **TABLETS, **COMPUTERS}

LANGUAGES = {
    "ar": {
        "ar": 10,
        "ar-MA,ar;q=0.9,fr;q=0.8": 14,
        "ar,en-US;q=0.9,en;q=0.8": 22,
        "ar-EG,ar;q=0.9,en-US;q=0.8,en;q=0.7": 14,
        "ar-SA,ar;q=0.9,en;q=0.8": 10,
        "fr-FR,fr;q=0.9,ar;q=0.8": 6,
        "ar-AE,ar;q=0.9,en-AE;q=0.8,en;q=0.7": 5,
        "en-US,en;q=0.9,ar;q=0.8": 12,
        "ar;q=0.8,en-US;q=0.5,en;q=0.3": 3,
    },
    "en": {
        "en-US,en;q=0.9": 40,
        "en-GB,en;q=0.9": 12,
        "en-GB,en-US;q=0.9,en;q=0.8": 14,
        "en-US,en;q=0.5": 8,
        "en": 3,
        "en-US,en;q=0.9,ar;q=0.8": 9,
        "en-PK,en;q=0.9,ur;q=0.8": 6,
        "id-ID,id;q=0.9,en-US;q=0.8": 6,
    },
    "fr": {
        "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7": 34,
        "fr-FR,fr;q=0.9": 16,
        "fr": 5,
        "fr-MA,fr;q=0.9,ar;q=0.8": 10,
        "fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3": 9,
        "fr-SN,fr;q=0.9": 6,
        "fr-CI,fr-FR;q=0.9,fr;q=0.8": 5,
    },
}
FIRST = {"chrome": 76, "firefox": 90, "safari": (16, 4)}
ORDINARY_FORM = {"site": "same-origin", "mode": "navigate", "dest": "document", "user": "?1"}
FROM_SCRIPT = {"site": "same-origin", "mode": "cors", "dest": "empty"}


def sends_fetch(user_agent):
    """Whether this browser sends Sec-Fetch headers: Chromium from 76 (80 in full), Firefox from 90, WebKit from 16.4.

    On iOS every browser is WebKit, whose version is that of the system where it is not named.
    """
    if found := re.search(r"Chrome/(\d+)", user_agent):
        return int(found[1]) >= FIRST["chrome"]
    if found := re.search(r"Firefox/(\d+)", user_agent):
        return int(found[1]) >= FIRST["firefox"]
    found = re.search(r"Version/(\d+)\.(\d+)", user_agent) or re.search(r"OS (\d+)_(\d+)", user_agent)
    return bool(found) and (int(found[1]), int(found[2])) >= FIRST["safari"]


def fetch_headers(user_agent, is_script):
    """The Sec-Fetch headers of a browser that posts the form: from the page's script, or as an ordinary form."""
    if not sends_fetch(user_agent):
        return {}
    return dict(FROM_SCRIPT if is_script else ORDINARY_FORM)


def chance_of(chance, weighted):
    """One key of {key: weight}."""
    return chance.choices(list(weighted), list(weighted.values()))[0]
