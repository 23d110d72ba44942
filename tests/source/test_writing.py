"""Safe writing: the old file or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from motiontrack.source.writing import replace_file


def test_a_new_file_and_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    replace_file(path, b"one")
    replace_file(path, b"two")

    assert path.read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_the_mode_of_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    path.chmod(0o640)
    replace_file(path, b"two")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_still_points_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"one")
    (tmp_path / "link.md").symlink_to("real.md")
    replace_file(tmp_path / "link.md", b"two")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"two"


def test_what_a_killed_program_left_beside_the_file_is_cleared_away(tmp_path: Path) -> None:
    left, others = (
        ".a.yaml.k3x_9abz.tmp",
        (".a.yaml.x.yaml.k3x_9abz.tmp", ".b.yaml.k3x_9abz.tmp", ".a.yaml.my.tmp"),
    )
    for name in (left, *others):
        (tmp_path / name).write_bytes(b"half")
    replace_file(tmp_path / "a.yaml", b"one")
    kept = (tmp_path / left).exists()
    replace_file(tmp_path / "a.yaml", b"two", alone=True)

    assert kept, "somebody else may be writing it"
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted((*others, "a.yaml"))


@pytest.mark.parametrize("fails", ["fsync", "write"])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"two")

    assert path.read_bytes() == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_what_is_written_is_flushed_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    replace_file(tmp_path / "a.md", b"one")

    assert len(synced) == 1


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace_file(pipe, b"one")

    assert os.read(reader, 100) == b"one"
    assert pipe.is_fifo()
    os.close(reader)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_reads_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="No such device"):
        replace_file(tmp_path / "pipe", b"one")
