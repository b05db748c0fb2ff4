"""Elasticsearch as its makers publish it on Maven Central for integration tests, plus two analysis filters it leaves out."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.services.machine import CACHE, ServiceFailed, checked, free_port, owned, unprivileged, wait_until

VERSION = "8.19.0"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
ARTEFACTS = (
    f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip",
    f"org.elasticsearch.plugin:elasticsearch-plugin-api:{VERSION}:jar",
    f"org.elasticsearch.plugin:elasticsearch-plugin-analysis-api:{VERSION}:jar",
)
PLUGIN_SOURCE = Path(__file__).parent / "analysis_plugin"
PLUGIN_NAME = "consilium-analysis"
FILTERS = {"asciifolding": "consilium.AsciiFolding", "stemmer": "consilium.Stemmer"}
SETTINGS = """
cluster.name: consilium-tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
transport.port: {transport}
xpack.security.enabled: false
action.auto_create_index: false
cluster.routing.allocation.disk.threshold_enabled: false
"""
DESCRIPTOR = """
name={name}
description=Stock analysis filters for the tests
version=1.0
elasticsearch.version={version}
java.version=17
"""


def start_elasticsearch(folder: Path) -> tuple[str, int]:
    """A fresh single node; its address and pid."""
    home = _unpacked(folder)
    for name in ("data", "logs"):
        shutil.rmtree(home / name, ignore_errors=True)
        (home / name).mkdir()
    port, pid_file, log = free_port(), home / "node.pid", home / "logs" / "consilium-tests.log"
    (home / "config" / "elasticsearch.yml").write_text(SETTINGS.format(port=port, transport=free_port()))
    pid_file.unlink(missing_ok=True)
    owned(home)
    environment = {
        **os.environ,
        "ES_JAVA_HOME": str(_java_home()),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m -XX:ActiveProcessorCount=2",
    }
    checked(unprivileged([str(home / "bin" / "elasticsearch"), "-d", "-p", str(pid_file)]), env=environment, cwd=home)
    address = f"http://127.0.0.1:{port}"
    wait_until(lambda: _healthy(address), 90, "Elasticsearch", log)
    return address, int(pid_file.read_text())


def _healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/_cluster/health?timeout=1s", timeout=3) as answer:
            return bool(json.load(answer)["status"] in {"green", "yellow"})
    except (URLError, OSError, ValueError):
        return False


def _java_home() -> Path:
    java = shutil.which("javac")
    if java is None:
        raise ServiceFailed("no javac: install openjdk-17-jdk-headless")
    return Path(java).resolve().parents[1]


def _unpacked(folder: Path) -> Path:
    """The server with its plugin; kept between starts, made anew when version or plugin source changes."""
    home = folder / f"elasticsearch-{VERSION}"
    mark, wanted = home / "made-from", _fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        return home
    _fetch()
    shutil.rmtree(home, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(CACHE / f"elasticsearch-{VERSION}.zip") as archive:
        archive.extractall(folder)
    for program in [*(home / "bin").iterdir(), *home.glob("modules/*/platform/*/bin/*"), *home.glob("lib/**/bin/*")]:
        program.chmod(0o755)
    _build_plugin(home)
    mark.write_text(wanted)
    return home


def _fingerprint() -> str:
    sources = b"".join(path.read_bytes() for path in sorted(PLUGIN_SOURCE.glob("*.java")))
    return hashlib.sha256(VERSION.encode() + sources).hexdigest()


def _fetch() -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    for artefact in ARTEFACTS:
        _, name, version, kind = artefact.split(":")
        if not (CACHE / f"{name}-{version}.{kind}").exists():
            checked(["mvn", "-q", "-B", COPY, f"-Dartifact={artefact}", f"-DoutputDirectory={CACHE}"], cwd=CACHE)


def _build_plugin(home: Path) -> None:
    plugin = home / "plugins" / PLUGIN_NAME
    classes = CACHE / "classes"
    shutil.rmtree(classes, ignore_errors=True)
    classes.mkdir(parents=True)
    plugin.mkdir(parents=True, exist_ok=True)
    jars = [*CACHE.glob(f"elasticsearch-plugin-*{VERSION}.jar"), *(home / "lib").glob("lucene-*.jar")]
    sources = [str(path) for path in sorted(PLUGIN_SOURCE.glob("*.java"))]
    classpath = os.pathsep.join(str(jar) for jar in jars)
    checked(["javac", "--release", "17", "-cp", classpath, "-d", str(classes), *sources])
    checked(["jar", "--create", "--file", str(plugin / f"{PLUGIN_NAME}.jar"), "-C", str(classes), "."])
    descriptor = DESCRIPTOR.format(name=PLUGIN_NAME, version=VERSION)
    (plugin / "stable-plugin-descriptor.properties").write_text(descriptor.lstrip())
    components = {"org.elasticsearch.plugin.analysis.TokenFilterFactory": FILTERS}
    (plugin / "named_components.json").write_text(json.dumps(components))
