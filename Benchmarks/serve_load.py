"""Asks `bigpicture serve` for pages at a steady rate, whatever it answers, and says how long the answers took from when they were due; then holds streams of events open."""

import argparse
import asyncio
import os
import statistics
import subprocess
import tempfile
import time

SEARCHES = ["drone", "export+controls", "chip", "autonomous+weapons", "data+centre", "arms+control", "model+distillation", "military+AI"]


class Site:
    def __init__(self, program, library):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, "serve", "--library", library, "--port", "0"], stdout=subprocess.DEVNULL, stderr=self.errors)
        for _ in range(600):
            self.errors.seek(0)
            said = self.errors.read().decode()
            if "http://127.0.0.1:" in said:
                self.port = int(said.split("http://127.0.0.1:")[1].split("/")[0])
                return
            time.sleep(0.1)
        raise SystemExit("it does not serve: " + said)

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def busy(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait()


async def exchange(reader, writer, path):
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise SystemExit(f"{path}: {head.splitlines()[0].decode()}")
    lines = {line.split(b":")[0].lower(): line.split(b":", 1)[1].strip() for line in head.split(b"\r\n")[1:] if b":" in line}
    size = int(lines[b"content-length"])
    await reader.readexactly(size)
    return size


async def load(site, paths, rate, seconds, connections):
    idle = asyncio.Queue()
    for _ in range(connections):
        idle.put_nowait(await asyncio.open_connection("127.0.0.1", site.port, limit=1 << 20))
    took, size = [], 0
    start = time.monotonic() + 0.1

    async def ask(number):
        nonlocal size
        due = start + number / rate
        await asyncio.sleep(due - time.monotonic())
        connection = await idle.get()
        size = await exchange(*connection, paths[number % len(paths)])
        took.append((time.monotonic() - due) * 1000)
        idle.put_nowait(connection)

    before = site.busy()
    await asyncio.gather(*(ask(number) for number in range(int(rate * seconds))))
    busy = (site.busy() - before) / len(took) * 1000
    took.sort()
    return took, busy, size


def tell(name, rate, took, busy, size):
    at = lambda share: took[min(len(took) - 1, int(share * len(took)))]
    print(f"{name}, {rate} a second: median {statistics.median(took):.1f} ms, p99 {at(.99):.1f} ms, worst {took[-1]:.1f} ms; {busy:.1f} ms of processor time each, {size / 1024:.0f} KB, {len(took)} asked", flush=True)


async def streams(site, count):
    before = site.memory()
    held = []
    for _ in range(count):
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(b"GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n")[0]:
            raise SystemExit(f"streams: {head.splitlines()[0].decode()} after {len(held)}")
        held.append((reader, writer))
    busy = site.busy()
    await asyncio.sleep(10)
    print(f"{count:,} streams of events: {site.memory() - before:.0f} MB more, {site.memory():.0f} MB in all, {(site.busy() - busy) * 100:.0f} ms of processor time in ten seconds", flush=True)


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="bigpicture")
    parser.add_argument("library", help="a library with an edition on the topic")
    parser.add_argument("topic", help="its short name in the address of its brief")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--streams", type=int, default=1000)
    chosen = parser.parse_args()
    site = Site(chosen.program, chosen.library)
    try:
        brief = f"/briefs/{chosen.topic}"
        start = time.monotonic()
        connection = await asyncio.open_connection("127.0.0.1", site.port, limit=1 << 20)
        await exchange(*connection, brief)
        print(f"the first time anybody opens the brief: {time.monotonic() - start:.2f} s, {site.memory():.0f} MB", flush=True)
        for name, paths, rate in [("the brief", [brief], 200), ("search", [f"/search?q={words}" for words in SEARCHES], 50), ("the topics", ["/"], 50)]:
            tell(name, rate, *(await load(site, paths, rate, chosen.seconds, 32)))
        await streams(site, chosen.streams)
    finally:
        site.stop()


asyncio.run(main())
