"""What is handed out: the wheel and the sdist, built, looked into, and run from a folder of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORE = {"jinja2", "python-dateutil", "pyyaml", "rich", "typer"}


def build(target: str, source: Path, into: Path) -> Path:
    """Build with the hatchling at hand; nothing is fetched."""
    run([sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)], source)
    (built,) = into.iterdir()
    return built


def run(command: list[str], folder: Path, **variables: str) -> bytes:
    """What a command prints; only the variables given may say where modules are found."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environment, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the tree below a folder that belongs to the project."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    packed = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    with tarfile.open(fileobj=io.BytesIO(packed.read_bytes())) as archive:
        archive.extractall(packed.parent, filter="data")
    (unpacked,) = (path for path in packed.parent.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``motiontrack`` command of an environment that holds the wheel.

    Its dependencies are those of the environment that runs the tests, reached by a ``.pth`` line.
    Python does not follow further ``.pth`` files in a folder that was added so, therefore an
    editable installation of the tree cannot be seen from here; the wheel comes first anyway.
    """
    folder = tmp_path_factory.mktemp("clean") / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], ROOT)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(run(ask, folder).decode().strip())
    others = dict.fromkeys(path for path in sys.path if Path(path).name in {"site-packages", "dist-packages"})
    (packages / "dependencies.pth").write_text("".join(f"{path}\n" for path in others), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)], folder)

    where = (
        run([str(python), "-c", "import motiontrack; print(motiontrack.__file__)"], folder).decode().strip()
    )
    assert Path(where).is_relative_to(packages)
    return programs / ("motiontrack.exe" if os.name == "nt" else "motiontrack")


def test_wheel_holds_the_package_and_the_templates_and_nothing_else(wheel: Path) -> None:
    inside = {name: data for name, data in contents(wheel).items() if ".dist-info/" not in name}
    package = {f"motiontrack/{name}": data for name, data in files(ROOT / "src" / "motiontrack").items()}
    templates = {f"motiontrack/_templates/{name}": data for name, data in files(ROOT / "templates").items()}

    assert sorted(inside) == sorted(package | templates)
    assert inside == package | templates


def test_wheel_has_templates_profiles_and_types(wheel: Path) -> None:
    names = set(contents(wheel))

    assert any(name.startswith("motiontrack/_templates/") for name in names)
    assert any(name.startswith("motiontrack/profiles/") and name.endswith(".yaml") for name in names)
    assert "motiontrack/py.typed" in names


def test_wheel_says_what_it_needs(wheel: Path) -> None:
    (metadata,) = (data for name, data in contents(wheel).items() if name.endswith(".dist-info/METADATA"))
    headers = Parser().parsestr(metadata.decode())
    needed = [line.partition(";") for line in headers.get_all("Requires-Dist", [])]
    always = {
        name.partition("<")[0].partition(">")[0].strip().lower() for name, _, extra in needed if not extra
    }

    assert always == CORE
    assert headers["Requires-Python"] == ">=3.11"
    assert set(headers.get_all("Provides-Extra", [])) == {"dev", "excel", "word"}


def test_sdist_holds_the_project_and_no_leftovers(sdist: Path) -> None:
    names = {path.relative_to(sdist).as_posix() for path in sdist.rglob("*")}

    assert {"pyproject.toml", "Makefile", "src/motiontrack/__init__.py", "tests/conftest.py"} <= names
    assert {"data", "templates"} <= names
    leftovers = {
        ".git",
        ".venv",
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        "dist",
        "build",
    }
    assert not [name for name in names if leftovers & set(name.split("/"))]


def test_sdist_gives_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    assert contents(build("wheel", sdist, tmp_path / "again")) == contents(wheel)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("report", "monthly"),
    ],
    ids=" ".join,
)
def test_wheel_and_tree_give_the_same_bytes(
    installed: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    command = [*arguments, "--as-of", "2010-08-31", "--data", str(ROOT / "data")]
    from_wheel = run([str(installed), *command], tmp_path)
    from_tree = run([sys.executable, "-m", "motiontrack", *command], tmp_path, PYTHONPATH=str(ROOT / "src"))

    assert from_wheel
    assert from_wheel == from_tree
