"""Posts answers as many browsers would, through the application server with all its middleware."""

import http.client
import os
import random
import secrets
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlencode

PROCESSES = 2
BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"


@contextmanager
def served(port):
    """The application server that `make run` uses, on `port`, until the end of the block."""
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def wait_for(port):
    for _try in range(100):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def load(port, seconds, clients):
    """([seconds of each accepted post], number refused) of so many clients posting one after the other."""
    share = max(1, clients // PROCESSES)
    with ProcessPoolExecutor(PROCESSES) as processes:
        found = list(processes.map(post_in_threads, [(port, seconds, share, seed) for seed in range(PROCESSES)]))
    return [time for times, _refused in found for time in times], sum(refused for _times, refused in found)


def post_in_threads(asked):
    port, seconds, threads, seed = asked
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda number: post(port, seconds, seed * 1000 + number), range(threads)))
    return [time for times, _refused in found for time in times], sum(refused for _times, refused in found)


def post(port, seconds, seed):
    # Other visitors in each run, else all of them only answer again.
    chance, times, refused = random.Random(f"{time.time()} {seed}"), [], 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        body, headers = answer(chance)
        started = time.perf_counter()
        connection.request("POST", "/en/feedback/", body, headers)
        response = connection.getresponse()
        response.read()
        if response.status == 303:
            times.append(time.perf_counter() - started)
        else:
            refused += 1
    return times, refused


def answer(chance):
    """An answer by script about the list of news, from an address of its own."""
    address = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"
    body = {
        "score": chance.randint(1, 5),
        "comment": "",
        "page": "/en/news/",
        "seconds": 9,
        "nonce": secrets.token_hex(16),
    }
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        "Sec-Fetch-Mode": "cors",
        "Sec-Fetch-Dest": "empty",
        "User-Agent": BROWSER,
        "Accept-Language": "en",
        "X-Forwarded-For": address,
    }
    return urlencode(body), headers
