"""nginx with the configuration that deploy/ ships, on ports of 127.0.0.1 and in a folder of its own."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.demo_site import ROOT, any_free_port, tail
from scripts.deployed import filled_in, without_ipv6
from scripts.refusal import Refused

HOW_TO_GET = "on Debian and Ubuntu, apt install nginx-light"
HOST = "localhost"
START_WITHIN_SECONDS = 10
SNIPPETS = ("icesco-server.conf", "icesco-headers.conf", "icesco-proxy.conf", "icesco-cache.conf")
# What Debian's own nginx.conf says around the site's files, as far as it matters to them.
MAIN = """
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    include {types};
    default_type application/octet-stream;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    access_log {folder}/others.log;
    gzip on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/icesco-http.conf;
    include {folder}/icesco-site.conf;
}}
"""


@dataclass(frozen=True)
class Front:
    """A running nginx: `origin` of the site in TLS, `ports` (http, https), its `folder` with logs and certificate."""

    origin: str
    ports: tuple[int, int]
    folder: Path

    @property
    def certificate(self):
        return self.folder / "certificate.pem"

    @property
    def access_log(self):
        return self.folder / "icesco-access.log"

    @property
    def cache(self):
        return self.folder / "cache"


def find_nginx():
    """The path of nginx, or ''."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or ""


def reserve_ports():
    """Two ports of 127.0.0.1 that nobody listens on, for http and https."""
    return any_free_port(), any_free_port()


@contextmanager
def running_nginx(folder, server_socket, var, ports=None):
    """Start nginx before the application server at the Unix socket `server_socket`; yields a Front.

    var: the folder of runtime files, with static/ and media/. Raises Refused, with nginx's own words.
    """
    folder = Path(folder)
    ports = ports or reserve_ports()
    front = Front(f"https://{HOST}:{ports[1]}", ports, folder)
    write_configuration(front, server_socket, var)
    words = [find_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx-error.log")]
    with (folder / "nginx-said.log").open("w+", encoding="utf-8") as said:
        options = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said}
        if subprocess.run([*words, "-t"], **options).returncode:
            raise Refused(f"nginx refuses the configuration:\n{tail(folder / 'nginx-said.log')}")
        process = subprocess.Popen([*words, "-g", "daemon off;"], **options)
        try:
            wait_for_port(ports[1], process, folder)
            yield front
        finally:
            process.terminate()
            process.wait(10)


def write_configuration(front, server_socket, var):
    """Fill in the shipped files and make a certificate for HOST, all in the front's folder."""
    folder = front.folder
    values = {
        "HOST": HOST,
        "VAR": str(var),
        "SHARE": str(ROOT / "deploy" / "nginx"),
        "SOCKET": str(server_socket),
        "CACHE": str(front.cache),
        "LOGS": str(folder),
        "SNIPPETS": str(folder),
        "ACME": str(folder / "acme"),
        "HTTP": f"127.0.0.1:{front.ports[0]}",
        "HTTPS": f"127.0.0.1:{front.ports[1]}",
        "CERTIFICATE": str(front.certificate),
        "CERTIFICATE_KEY": str(folder / "key.pem"),
    }
    for name in ("icesco-http.conf", "icesco-site.conf", *SNIPPETS):
        text = (ROOT / "deploy" / "nginx" / name).read_text(encoding="utf-8")
        (folder / name).write_text(without_ipv6(filled_in(text, values)), encoding="utf-8")
    # Started by root its workers would be nobody's and could not read the test's private folders.
    user = "user root;" if os.geteuid() == 0 else ""
    types = next(
        (path for path in ("/etc/nginx/mime.types", "/usr/local/nginx/conf/mime.types") if os.path.exists(path)), ""
    )
    (folder / "nginx.conf").write_text(MAIN.format(user=user, folder=folder, types=types), encoding="utf-8")
    make_certificate(front.certificate, folder / "key.pem")


def make_certificate(certificate, key):
    """Write a self-signed certificate for HOST and its key. Raises Refused where openssl is missing or fails."""
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    words += ["-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    try:
        done = subprocess.run([*words, "-out", certificate, "-keyout", key], capture_output=True, text=True)
    except OSError as error:
        raise Refused(f"openssl could not be started: {error.strerror}.") from None
    if done.returncode:
        raise Refused(f"openssl made no certificate: {done.stderr.strip()}")


def wait_for_port(port, process, folder):
    """Return once somebody listens. Raises Refused when `process` ended or took too long."""
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise Refused(f"nginx did not start:\n{tail(folder / 'nginx-error.log')}")
