"""Races: contenders are processes that do a round whenever they are told to."""

import statistics
import subprocess
import sys


class Runner:
    """In a process of its own; a round at a time, so that contenders never share the cores."""

    def __init__(self, name, command, environment=None):
        self.name, self.seconds, self.found = name, [], 0
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
        ready = self.process.stdout.readline().split()
        if not ready:
            sys.exit(f"{name} did not start: {' '.join(command)}")
        self.count, self.bytes = int(ready[1]), int(ready[2])

    def round(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        seconds, found = self.process.stdout.readline().split()
        self.seconds.append(float(seconds))
        self.found = int(found)

    def peak(self):
        """The most memory it had, in megabytes."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def take_turns(runners, rounds):
    """The first round warms up and is not counted."""
    for number in range(rounds + 1):
        for runner in runners:
            runner.round()
            if number == 0:
                runner.seconds.clear()


def write(path, texts):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(text + "\n" for text in texts)
    return path


def race(name, unit, rounds, cores, ours, peers, show=lambda runner: ""):
    """`ours` and `peers`: name and command."""
    pin = ["taskset", "--cpu-list", "0"] if cores == 1 else []
    runners = [Runner(title, pin + command) for title, command in [ours, *peers]]
    take_turns(runners, rounds)
    first = statistics.median(runners[0].seconds)
    print(f"{name}, {cores} core{'s' if cores > 1 else ''}: {rounds} rounds in turn")
    for runner in runners:
        middle = statistics.median(runner.seconds)
        spread = f"{min(runner.seconds):.3f} to {max(runner.seconds):.3f}"
        ratio = "" if runner is runners[0] else f"   big-picture is {middle / first:.1f} times as fast"
        print(f"  {runner.name:24} {middle:8.3f} s ({spread})  {runner.count / middle:10.0f} {unit}/s  {runner.peak():5.0f} MB{show(runner)}{ratio}", flush=True)
        runner.close()
