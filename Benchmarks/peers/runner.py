"""One contender of a race: a process that does a round whenever it is told to."""

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
