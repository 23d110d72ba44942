"""A small client of the Language Server Protocol: what an editor does with the YAML language server."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

__all__ = ["LanguageServer"]

_PATIENCE = 30.0
#: No schema store: the server must ask nothing of the network.
_SETTINGS: dict[str, Any] = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False, "url": ""},
}

Message = dict[str, Any]


class LanguageServer:
    """One server process, in the display language of an editor in Chinese."""

    def __init__(self, command: list[str], messages: Path) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        self._received: queue.Queue[Message] = queue.Queue()
        self._diagnostics: dict[str, list[Message]] = {}
        self._last = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "locale": "zh-cn",
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
                "initializationOptions": {"l10nPath": str(messages)},
            },
        )
        self._notify("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        _, complaints = self._process.communicate(timeout=_PATIENCE)
        assert complaints == b""

    def open(self, path: Path) -> list[Message]:
        """Open a file, and return the diagnostics of it."""
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._take()
        return self._diagnostics[uri]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown at a place; ``line`` and ``column`` from 1, as people count."""
        said = self.request("textDocument/hover", self._place(path, line, column))
        return str(said["contents"]["value"]) if said else ""

    def complete(self, path: Path, line: int, column: int) -> dict[str, Message]:
        """What is offered at a place, by label."""
        said = self.request("textDocument/completion", self._place(path, line, column))
        items = said["items"] if isinstance(said, dict) else said
        return {item["label"]: item for item in items}

    def request(self, method: str, params: Message) -> Any:
        """The server's answer."""
        self._last += 1
        wanted = self._last
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    @staticmethod
    def _place(path: Path, line: int, column: int) -> Message:
        where = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": path.as_uri()}, "position": where}

    def _take(self) -> Message:
        """The next message; what the server asks for is given, what it tells is kept."""
        message = self._received.get(timeout=_PATIENCE)
        match message.get("method"):
            case "workspace/configuration":
                items = message["params"]["items"]
                given = [_SETTINGS if item["section"] == "yaml" else None for item in items]
                self._send({"id": message["id"], "result": given})
            case "textDocument/publishDiagnostics":
                params = message["params"]
                self._diagnostics[params["uri"]] = params["diagnostics"]
            case str() if "id" in message:
                self._send({"id": message["id"], "result": None})
        return message

    def _notify(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():  # other headers, up to the empty line
                pass
            self._received.put(json.loads(stream.read(length)))
