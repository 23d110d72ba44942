"""Packaged templates kept compiled beside them, as Python keeps its modules in ``__pycache__``.

Compiling the templates of one paper takes longer than everything else that a report does. What is
kept depends on the template's text and place, on Jinja, on Python and on how the environment is set
up, and on nothing that a run is given: what changes any of these is compiled again. Loading compiled
code is running it, so it is taken only where nobody else could have put it, and only whole. An
office's own templates are always compiled: they may lie where others write.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
import sys
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from motiontrack.source.writing import keep_file

__all__ = ["CompiledTemplates"]

#: Written first; another number is another form of the file.
_MARK = b"motiontrack compiled template 1\n"
_DIGEST = sha256().digest_size
_ROOT = 0
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class CompiledTemplates(BytecodeCache):
    """The compiled form of the templates in ``folder``; of all others nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}{os.sep}"

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of one template, if it is still of use; an empty bucket else."""
        path = ""
        if filename is not None and os.path.normpath(filename).startswith(self._folder):
            path = _path_of(filename, environment)
        bucket = Bucket(environment, path, _checksum(environment, name, filename, source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` if its file is there, whole, up to date, and nobody else's."""
        if bucket.key:
            bucket.code = _read(bucket.key, bytes.fromhex(bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in ``bucket``; where that cannot be done it is compiled at each run."""
        if bucket.key and bucket.code is not None and not sys.dont_write_bytecode:
            _write(bucket.key, bytes.fromhex(bucket.checksum), bucket.code)


def _path_of(filename: str, environment: Environment) -> str:
    """Where the compiled form is kept: in ``__pycache__``, or where Python was told to keep its own."""
    escapes = ".escaped" if environment.autoescape else ""
    return cache_from_source(f"{os.path.normpath(filename)}{escapes}.py")


def _checksum(environment: Environment, name: str, filename: str | None, source: str) -> str:
    """All that the compiled form depends on."""
    options = (
        environment.autoescape, environment.trim_blocks, environment.lstrip_blocks, environment.optimized,
        environment.keep_trailing_newline, environment.sandboxed, environment.finalize is not None,
        sorted(getattr(environment, "intercepted_binops", ())),
    )  # fmt: skip
    rest = (jinja2.__version__, sys.version, sys.flags.optimize, name, filename, options, source)
    return sha256(repr(rest).encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: str, checksum: bytes) -> CodeType | None:
    try:
        if not _is_ours(os.stat(os.path.dirname(path))):  # noqa: PTH116, PTH120 - no pathlib for each template
            return None
        with open(path, "rb") as file:  # noqa: PTH123
            if not _is_ours(os.fstat(file.fileno())):
                return None
            kept = file.read()
    except OSError:
        return None
    head, body = kept[: len(_MARK) + 2 * _DIGEST], kept[len(_MARK) + 2 * _DIGEST :]
    # A file that was cut off or spoilt must not reach marshal, which trusts what it reads.
    if head != _MARK + checksum + sha256(body).digest():
        return None
    code = marshal.loads(body)  # noqa: S302 - of a file that only we can write, and whole
    return code if isinstance(code, CodeType) else None


def _write(path: str, checksum: bytes, code: CodeType) -> None:
    body = marshal.dumps(code)
    with contextlib.suppress(OSError):
        keep_file(Path(path), _MARK + checksum + sha256(body).digest() + body)


def _is_ours(found: os.stat_result) -> bool:
    """True if only we, or whoever installed the program as root, can write there.

    On Windows the folder has the rights of the program's own folder, and no more can be asked.
    """
    if os.name == "nt":
        return True
    return found.st_uid in (_ROOT, os.geteuid()) and not found.st_mode & _OTHERS_MAY_WRITE
