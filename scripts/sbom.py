"""`make sbom`: what icesco is made of, from its locks, as CycloneDX 1.6 in var/sbom.cdx.json."""

import json
import os
import re
import sys
import uuid
from base64 import b64decode
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
# Most needed first: a package's scope is that of the first lock that names it.
LOCKS = {
    "runtime": ComponentScope.REQUIRED,
    "exchange": ComponentScope.OPTIONAL,
    "parquet": ComponentScope.OPTIONAL,
    "valkey": ComponentScope.OPTIONAL,
    "s3": ComponentScope.OPTIONAL,
    "setup": ComponentScope.EXCLUDED,
    "development": ComponentScope.EXCLUDED,
    "audit": ComponentScope.EXCLUDED,
}
NPM_LOCK = ROOT / "package-lock.json"
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[^\n]*((?:\n +--hash=sha256:[0-9a-f]{64}[^\n]*)+)", re.MULTILINE)
NAMESPACE = uuid.UUID("6f3e6f0e-6b7e-5b0e-9a55-0c1ce5c00001")


def main():
    """Write the file; returns the exit status."""
    folder = Path(os.environ.get("ICESCO_VAR") or ROOT / "var")
    folder.mkdir(parents=True, exist_ok=True)
    path, bom = folder / "sbom.cdx.json", bill()
    path.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")
    print(f"{path}: {len(bom.components)} packages")
    return 0


def bill():
    """The Bom of all locks. Its serial number follows from them: the same locks are the same bill."""
    texts = [lock_of(name).read_text(encoding="utf-8") for name in LOCKS] + [NPM_LOCK.read_text(encoding="utf-8")]
    bom = Bom(serial_number=uuid.uuid5(NAMESPACE, "".join(texts)))
    bom.metadata.component = Component(name="icesco", type=ComponentType.APPLICATION, bom_ref="icesco")
    for component in [*python_components(), *npm_components()]:
        bom.components.add(component)
    bom.register_dependency(bom.metadata.component, bom.components)
    return bom


def lock_of(name):
    return ROOT / "requirements" / f"{name}.txt"


def python_components():
    """A Component for each package and version of the Python locks, with the digests of its files."""
    found = {}
    for lock, scope in LOCKS.items():
        for name, version, hashes in PACKAGE.findall(lock_of(lock).read_text(encoding="utf-8")):
            found.setdefault((name, version), (scope, lock, re.findall("[0-9a-f]{64}", hashes)))
    for (name, version), (scope, lock, digests) in sorted(found.items()):
        hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests]
        yield component("pypi", name, version, scope, lock, hashes)


def npm_components():
    """A Component for each package of the npm lock: tools that check the site, never part of it."""
    packages = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    for place, told in sorted(packages.items()):
        if place:
            name = place.rpartition("node_modules/")[2]
            digest = b64decode(told["integrity"].removeprefix("sha512-")).hex()
            hashes = [HashType(alg=HashAlgorithm.SHA_512, content=digest)]
            made = component("npm", name, told["version"], ComponentScope.EXCLUDED, "npm", hashes)
            if told.get("license"):
                made.licenses.add(LicenseExpression(told["license"]))
            yield made


def component(kind, name, version, scope, lock, hashes):
    space, _slash, short = name.rpartition("/")
    address = PackageURL(kind, space or None, short, version)
    lists = [Property(name="icesco:lock", value=lock)]
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=address,
        bom_ref=str(address),
        scope=scope,
        hashes=hashes,
        properties=lists,
    )


if __name__ == "__main__":
    sys.exit(main())
