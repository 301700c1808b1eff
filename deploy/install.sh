#!/usr/bin/env bash
# Installs icesco for production on a fresh Debian 12 or newer, or brings an installation up to this copy's version.
#
#   sudo deploy/install.sh --host news.example.org --email webmaster@example.org
#
# Safe to repeat: it never changes a secret, a certificate or content. Everything it asks for is an argument:
#   --host NAME       the name that readers use; kept in /etc/icesco/environment after the first time
#   --email ADDRESS   the sender of the newsroom's mails, and whom to tell about a hole (default: newsroom@NAME)
#   --prefix FOLDER   puts the files below FOLDER and starts, creates and reloads nothing: to look at, and for tests
#   --files-only      with --prefix: leaves out the virtual environment too
#   --no-packages     everything that apt would bring is there already
set -euo pipefail
umask 022
source_code=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
host='' email='' prefix='' packages=yes python_packages=yes

refuse() { echo "install.sh: $*" >&2; exit 1; }
say() { echo "» $*"; }

while [ $# -gt 0 ]; do
  case $1 in
    --host) host=${2:?}; shift 2 ;;
    --email) email=${2:?}; shift 2 ;;
    --prefix) prefix=$(realpath -m "${2:?}"); shift 2 ;;
    --files-only) python_packages=no; shift ;;
    --no-packages) packages=no; shift ;;
    *) refuse "I don't know $1: see the first lines of $0." ;;
  esac
done

code=/srv/icesco var=/var/lib/icesco settings=/etc/icesco/environment
kept_origin=$(sed -n 's#^ICESCO_ORIGIN=https://##p' "$prefix$settings" 2>/dev/null || true)
host=${host:-$kept_origin}
[ -n "$host" ] || refuse "say which name readers use: --host news.example.org"
[[ $host =~ ^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$ ]] || refuse "$host is no host name in small letters"
[ -z "$kept_origin" ] || [ "$kept_origin" = "$host" ] ||
  refuse "this is $kept_origin. Another name ends every passkey: change ICESCO_ORIGIN in $settings by hand first"
email=${email:-newsroom@$host}
[[ $email =~ ^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$ ]] || refuse "$email is no e-mail address"
[ -n "$prefix" ] || [ "$(id -u)" -eq 0 ] || refuse "only root can do this: sudo $0"

install_packages() {
  [ "$packages" = yes ] && [ -z "$prefix" ] || return 0
  say "installing packages of Debian"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends \
    python3 python3-venv rsync openssl ca-certificates logrotate nginx-light postgresql postgresql-client </dev/null
}

make_account() {
  [ -z "$prefix" ] || return 0
  getent passwd icesco >/dev/null ||
    adduser --system --group --home "$var" --no-create-home --shell /usr/sbin/nologin icesco
  # nginx reads what it serves, and reaches the application's socket.
  adduser --quiet www-data icesco
}

copy_code() {
  [ "$source_code" != "$prefix$code" ] || return 0
  say "copying the code to $code"
  mkdir -p "$prefix$code"
  rsync -a --delete --chown="$(id -un):$(id -gn)" \
    --exclude=/.git --exclude=/.venv --exclude=/var --exclude=/node_modules --exclude=/tests --exclude=__pycache__ --exclude=.\*_cache --exclude=.hypothesis --exclude='*.mo' \
    "$source_code/" "$prefix$code/"
}

install_python_packages() {
  [ "$python_packages" = yes ] || return 0
  cd "$prefix$code"
  [ -x .venv/bin/python ] || { say "making the virtual environment"; /usr/bin/python3 -m venv .venv; }
  local lists=(-r requirements/setup.txt) list
  for list in valkey s3 exchange parquet; do # extras that were asked for once stay
    [ ! -e "$prefix/etc/icesco/with-$list" ] || lists+=(-r "requirements/$list.txt")
  done
  say "installing the locked Python packages"
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes "${lists[@]}"
  .venv/bin/python scripts/catalogues.py compile
  .venv/bin/python -m compileall -q icesco news people feedback
}

make_folders() {
  install -d -m 755 "$prefix/etc/icesco" "$prefix/etc/icesco/tls" "$prefix/etc/tmpfiles.d"
  fill tmpfiles/icesco.conf /etc/tmpfiles.d/icesco.conf
  if [ -n "$prefix" ]; then return 0; fi
  install -d -m 750 -o root -g adm /var/log/icesco
  if command -v systemd-tmpfiles >/dev/null; then
    systemd-tmpfiles --create /etc/tmpfiles.d/icesco.conf
  else
    install -d -m 750 -o icesco -g icesco "$var" "$var/static" "$var/media"
    install -d -m 700 -o icesco -g icesco "$var/originals" "$var/backups"
    install -d -m 755 /var/www/icesco-acme
  fi
}

fill() { # SOURCE TARGET: one file of deploy/ with its placeholders filled in
  install -d "$(dirname "$prefix$2")"
  python3 "$prefix$code/scripts/deployed.py" "$prefix$code/deploy/$1" "$prefix$2" "HOST=$host"
}

write_settings() {
  [ ! -e "$prefix$settings" ] || return 0
  say "writing $settings with a key of its own"
  local key
  key=$(python3 -c 'import secrets; print(secrets.token_urlsafe(60))')
  # Made private before anything is in it.
  install -m 600 /dev/null "$prefix$settings"
  # Not as arguments, which every account of the machine can read.
  sed -f /dev/stdin "$prefix$code/deploy/environment.example" >"$prefix$settings" <<END
s#^ICESCO_ORIGIN=.*#ICESCO_ORIGIN=https://$host#
s#^ICESCO_SECRET_KEY=.*#ICESCO_SECRET_KEY=$key#
s|^#ICESCO_EMAIL_FROM=.*|ICESCO_EMAIL_FROM=ICESCO <$email>|
s|^#ICESCO_SECURITY_CONTACT=.*|ICESCO_SECURITY_CONTACT=$email|
END
}

make_database() {
  [ -z "$prefix" ] || return 0
  say "looking after the database"
  local folder
  for folder in /etc/postgresql/*/main/conf.d; do
    [ -d "$folder" ] || continue
    cmp -s "$code/deploy/postgresql/icesco.conf" "$folder/icesco.conf" && continue
    install -m 644 "$code/deploy/postgresql/icesco.conf" "$folder/icesco.conf"
    restart postgresql
  done
  as_postgres psql -qtAc "SELECT 1 FROM pg_roles WHERE rolname = 'icesco'" | grep -q 1 || as_postgres createuser icesco
  as_postgres psql -qtAc "SELECT 1 FROM pg_database WHERE datname = 'icesco'" | grep -q 1 ||
    as_postgres createdb --owner=icesco --encoding=UTF8 --template=template0 --locale=C.UTF-8 icesco
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }
has_systemd() { [ -z "$prefix" ] && [ -d /run/systemd/system ]; }
restart() { # SERVICE
  if has_systemd; then systemctl restart "$1"; else service "$1" restart; fi
}

prepare() {
  [ -z "$prefix" ] || return 0
  "$code/deploy/manage" check --deploy --fail-level WARNING >/dev/null
  "$code/deploy/manage" prepare
  chmod 700 "$var/originals"
}

make_certificate() {
  [ ! -e "$prefix/etc/icesco/tls/fullchain.pem" ] || return 0
  say "making a certificate that no browser trusts, to begin with (docs/for-operators.md says how to get a real one)"
  (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "/CN=$host" \
    -addext "subjectAltName=DNS:$host" -keyout "$prefix/etc/icesco/tls/privkey.pem" \
    -out "$prefix/etc/icesco/tls/fullchain.pem" 2>/dev/null)
}

install_nginx() {
  say "setting up nginx"
  fill nginx/icesco-http.conf /etc/nginx/conf.d/icesco.conf
  local name
  for name in server headers proxy cache media-in-s3; do fill "nginx/icesco-$name.conf" "/etc/nginx/snippets/icesco-$name.conf"; done
  fill nginx/icesco-site.conf /etc/nginx/sites-available/icesco
  fill logrotate/icesco /etc/logrotate.d/icesco
  install -d "$prefix/etc/nginx/sites-enabled"
  ln -sfn ../sites-available/icesco "$prefix/etc/nginx/sites-enabled/icesco"
  # Debian's welcome page answers for every host, which ours must not.
  rm -f "$prefix/etc/nginx/sites-enabled/default"
  [ -z "$prefix" ] || return 0
  nginx -t -q
}

install_units() {
  say "setting up the services"
  local unit
  for unit in "$prefix$code"/deploy/systemd/*; do fill "systemd/$(basename "$unit")" "/etc/systemd/system/$(basename "$unit")"; done
}

start() {
  has_systemd || { say "no systemd runs here: nothing was started"; return 0; }
  systemctl daemon-reload
  if systemctl -q is-active icesco; then systemctl reload icesco; else systemctl enable -q --now icesco; fi
  systemctl enable -q --now icesco-due.timer icesco-backup.timer icesco-digests.timer icesco-feedback-digest.timer
  systemctl enable -q --now nginx
  systemctl reload nginx
}

install_packages
make_account
copy_code
make_folders
write_settings
install_python_packages
make_database
prepare
make_certificate
install_nginx
install_units
start
say "icesco is installed for https://$host"
[ -n "$prefix" ] || cat <<WORDS
  Administrator: cd $code && sudo deploy/manage createsuperuser
  Settings:      $settings   (then: systemctl restart icesco)
  What now:      $code/docs/for-operators.md, "In production"
WORDS
