"""What is installed is what was looked at: pinned and hashed, wherever pip finds it. And nothing private ships."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[2]
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: Final = PROJECT["optional-dependencies"]
LOCKS: Final = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-demo.lock": PROJECT["dependencies"] + EXTRAS["demo"],
    "requirements-dev.lock": PROJECT["dependencies"] + EXTRAS["demo"] + EXTRAS["dev"],
}
REGISTRIES: Final = tuple(
    f"{name}.{end}"  # in halves: this file is looked at too
    for name, end in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("crates", "io"),
        ("proxy.golang", "org"),
        ("rubygems", "org"),
    )
)
NOT_OURS: Final = re.compile(
    r"\.(?!ci$|env\.example$|gitignore$|dockerignore$)|__pycache__$|associations$|.*\.egg-info$"
)
"""Names of files and folders that no clone has."""


def test_no_file_names_a_package_registry() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in _files(ROOT)
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]
    assert named == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_version_and_hashes(lock: str) -> None:
    for entry in _entries(lock):
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry
        assert "://" not in entry, entry


@pytest.mark.parametrize(("lock", "asked"), LOCKS.items())
def test_a_lock_is_in_step_with_the_project(lock: str, asked: list[str]) -> None:
    locked = _versions(lock)
    for requirement in (Requirement(text) for text in asked):
        if requirement.name != PROJECT["name"]:
            version = locked.get(canonicalize_name(requirement.name))
            assert version is not None, f"{requirement} is not in {lock}: run make lock"
            assert requirement.specifier.contains(version), f"{requirement} is not what {lock} has: run make lock"


def test_the_locks_agree_with_one_another() -> None:
    smallest, demo, largest = (_versions(lock) for lock in LOCKS)
    assert smallest.items() <= demo.items() <= largest.items()


def test_the_running_bot_installs_neither_the_demo_nor_tests() -> None:
    assert not {"simcord", "pytest", "scipy", "playwright"} & _versions("requirements.lock").keys()


def test_discords_library_and_its_simulation_are_pinned_exactly() -> None:
    pinned = {
        requirement.name: str(requirement.specifier)
        for requirement in map(Requirement, PROJECT["dependencies"] + EXTRAS["demo"])
        if requirement.name in {"discord.py", "simcord"}
    }
    assert pinned == {"discord.py": "==2.7.1", "simcord": "==3.2.1"}


def test_the_container_runs_as_nobody_in_particular_and_ships_no_data() -> None:
    lines = [line.split(" ", 1) for line in (ROOT / "Dockerfile").read_text().splitlines() if line[:1].isupper()]
    said = {word: rest for word, rest in lines if word != "RUN"}
    assert said["USER"] not in {"root", "0"}
    assert (said["VOLUME"], said["STOPSIGNAL"]) == ("/data", "SIGTERM")
    assert (said["ENTRYPOINT"], said["CMD"]) == ('["python", "-m", "bot"]', '["run"]')
    assert all(rest.startswith("[") for word, rest in lines if word == "RUN")
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert ignored.index("*") < ignored.index("!data") < ignored.index("data/associations")


def test_what_continuous_integration_runs_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if NOT_OURS.match(path.name):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _entries(lock: str) -> list[str]:
    """The packages of a lock, each with its hashes on one line, comments left out."""
    lines = [line for line in (ROOT / lock).read_text().splitlines() if not line.strip().startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").splitlines()


def _versions(lock: str) -> dict[str, str]:
    """Package and version, of those that are installed on this machine."""
    found = {}
    for entry in _entries(lock):
        requirement = Requirement(entry.split(" --hash")[0].strip())
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = next(iter(requirement.specifier)).version
    return {str(name): version for name, version in found.items()}


def test_the_readme_invites_with_exactly_the_permissions_that_are_needed() -> None:
    from bot.delivery.permissions import everything

    assert f"permissions={everything().value}" in (ROOT / "README.md").read_text()
