"""Runs `localtenant exec` at a terminal: what is typed reaches the command, and Ctrl-C reaches it once.

Usage: terminal.py PROGRAM
"""

import os
import pty
import sys

from checks import check, finish

CHILD = r"""
import signal, sys
interrupts = 0
def count(*_):
    global interrupts
    interrupts += 1
signal.signal(signal.SIGINT, count)
print("ready", sys.stdin.isatty(), flush=True)
line = sys.stdin.readline().strip()
print(f"read {line}, interrupts {interrupts}.", flush=True)
"""

program = sys.argv[1]
child, terminal = pty.fork()
if child == 0:
    os.execv(program, [program, "exec", "--", sys.executable, "-c", CHILD])


def read_until(end):
    text = b""
    while end not in text:
        text += os.read(terminal, 1024)
    return text.decode()


check("the command has the terminal", "ready True" in read_until(b"ready True"))
os.write(terminal, b"\x03")
read_until(b"^C")
os.write(terminal, b"hello\n")
check("it reads what is typed", read_until(b".\r\n").splitlines()[-1], "read hello, interrupts 1.")
check("exit status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
finish()
