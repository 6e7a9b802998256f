"""A load of a few connections from one thread: ``python -m bench.load PORT CONNECTIONS REQUESTS < request``.

It reads the HTTP request to repeat on standard input and prints the latencies in microseconds as JSON. A process of its
own, so that neither the server nor the benchmark waits for its interpreter.
"""

from __future__ import annotations

import json
import re
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

from bench.google import Posted
from bench.servers import ROOT, WENT_WRONG

_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


def run(port: int, posted: Posted, *, connections: int, requests: int) -> list[float]:
    """Return the latency of each request in microseconds, sorted."""
    command = [sys.executable, "-m", "bench.load", str(port), str(connections), str(requests)]
    done = subprocess.run(command, cwd=ROOT, input=_request(port, posted), capture_output=True, check=True)
    return sorted(json.loads(done.stdout))


def quantile(latencies: Sequence[float], part: float) -> float:
    """Return the latency that ``part`` of the requests did not exceed."""
    return latencies[min(len(latencies) - 1, int(len(latencies) * part))]


def _request(port: int, posted: Posted) -> bytes:
    lines = (
        f"POST {posted.path} HTTP/1.1",
        f"Host: localhost:{port}",
        f"Authorization: Bearer {posted.token}",
        "Content-Type: application/json",
        f"Content-Length: {len(posted.body)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + posted.body


class _Connection:
    """One connection that sends the next request when the answer is whole."""

    def __init__(self, port: int, request: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._request = request
        self._answer = b""
        self._sent_at = 0.0

    def send(self) -> None:
        self._answer = b""
        self._sent_at = time.perf_counter()
        self.socket.sendall(self._request)

    def receive(self) -> float | None:
        """Return the latency once the answer is whole, else None."""
        piece = self.socket.recv(65_536)
        if not piece:
            raise SystemExit("the server closed the connection")
        self._answer += piece
        head, blank, body = self._answer.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not blank or length is None or len(body) < int(length[1]):
            return None
        if not head.startswith(b"HTTP/1.1 200") or WENT_WRONG in body:
            raise SystemExit(self._answer[:400].decode())
        return (time.perf_counter() - self._sent_at) * 1e6


def main(port: int, connections: int, requests: int) -> None:
    request = sys.stdin.buffer.read()
    selector = selectors.DefaultSelector()
    latencies: list[float] = []
    for _ in range(connections):
        connection = _Connection(port, request)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send()
    while len(latencies) < requests:
        for key, _ in selector.select():
            latency = key.data.receive()
            if latency is not None:
                latencies.append(latency)
                key.data.send()
    json.dump(latencies, sys.stdout)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
