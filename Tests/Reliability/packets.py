"""Connections that are begun and never finished: SYN packets of senders that nobody is.

Over loopback whoever sends one answers himself, and nothing stays half open. So all of it happens in a network of its
own (a Linux network namespace), where answers to the senders lead nowhere; that takes root.
"""

import os
import shutil
import socket
import struct
import subprocess
import sys
import time

SENDERS = "10.9.0.0/16"
MARK = "LOCALTENANT_ABUSE_NETWORK"
# Of a loopback alone, where packets to the senders are dropped on their way.
NETWORK = f'ip link set lo up && ip route add {SENDERS} dev lo && exec "$@"'
SYN_RECV = " 03 "  # of /proc/net/tcp


def is_own_network():
    return MARK in os.environ


def why_not():
    """Why there can be no network of our own here; nothing where there can."""
    if os.geteuid() != 0:
        return "SYN packets of others are sent by root"
    if missing := [tool for tool in ("ip", "unshare") if not shutil.which(tool)]:
        return f"there is no {' and no '.join(missing)}"
    made = subprocess.run(in_network(["true"]), capture_output=True, text=True)
    return f"no network of its own: {made.stderr.strip()}" if made.returncode else ""


def in_network(command):
    return ["unshare", "--net", "sh", "-c", NETWORK, "sh", *command]


def begin_again():
    """Has this program begin anew in a network of its own, with the same arguments."""
    command = in_network([sys.executable, *sys.argv])
    os.execvpe(command[0], command, {**os.environ, MARK: "yes"})


def checksum(content):
    total = sum(struct.unpack(f">{len(content) // 2}H", content))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def syn(sender, source_port, port, number):
    """An IPv4 packet with a SYN in it; the kernel fills in length and checksum of the packet itself."""
    here = socket.inet_aton("127.0.0.1")
    segment = struct.pack(">HHIIBBHHH", source_port, port, number, 0, 5 << 4, 2, 64_240, 0, 0)
    sum = checksum(sender + here + struct.pack(">BBH", 0, socket.IPPROTO_TCP, len(segment)) + segment)
    segment = segment[:16] + struct.pack(">H", sum) + segment[18:]
    return struct.pack(">BBHHHBBH4s4s", 0x45, 0, 0, 0, 0, 64, socket.IPPROTO_TCP, 0, sender, here) + segment


def half_open_count(port):
    with open("/proc/net/tcp") as table:
        return sum(f":{port:04X} " in line and SYN_RECV in line for line in table)


def syn_cookies():
    """How often the kernel has answered without keeping anything, since its queue was full."""
    with open("/proc/net/netstat") as table:
        names, values = [line.split() for line in table if line.startswith("TcpExt:")]
    return int(dict(zip(names, values))["SyncookiesSent"])


def syn_flood(port, seconds):
    end, sent, half_open = time.monotonic() + seconds, 0, 0
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as raw:
        while time.monotonic() < end:
            for _ in range(500):
                sender = struct.pack(">BBH", 10, 9, sent * 7 & 0xFFFF)
                raw.sendto(syn(sender, 1_024 + sent % 60_000, port, sent & 0xFFFF_FFFF), ("127.0.0.1", 0))
                sent += 1
            half_open = max(half_open, half_open_count(port))
    return {"sent": sent, "half_open": half_open, "cookies": syn_cookies()}
