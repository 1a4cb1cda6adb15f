"""Passes frames between two interfaces of the switch, each so many seconds late: delay.py A B SECONDS.

The headers that the kernel keeps beside a frame (PACKET_VNET_HDR) go along, so that checksums and segments which it
has yet to make are made in the end.
"""
import collections
import select
import socket
import sys
import time

SOL_PACKET, PACKET_VNET_HDR, PACKET_OUTGOING, ETH_P_ALL = 263, 15, 4, 3
LONGEST_FRAME = 10 + 65536 + 64
MOST_WAITING = 10_000

delay = float(sys.argv[3])
ends = []
for name in sys.argv[1:3]:
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    end.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    end.bind((name, ETH_P_ALL))
    ends.append(end)
opposite = {ends[0]: ends[1], ends[1]: ends[0]}
waiting = collections.deque()
print("ready", flush=True)

while True:
    wait = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
    for end in select.select(ends, [], [], wait)[0]:
        frame, sender = end.recvfrom(LONGEST_FRAME)
        # What this program sends is shown to it as well; and a full queue drops, as that of any router.
        if sender[2] != PACKET_OUTGOING and len(waiting) < MOST_WAITING:
            waiting.append((time.monotonic() + delay, opposite[end], frame))
    while waiting and waiting[0][0] <= time.monotonic():
        _, end, frame = waiting.popleft()
        try:
            end.send(frame)
        except OSError as error:
            print(f"dropped {len(frame)} bytes: {error}", file=sys.stderr, flush=True)
