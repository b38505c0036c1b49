# %% [markdown]
# keeps memory in sockets, and descriptors in flight in them

# %% end
import os, socket

held, taken, flying = [], 0, 0
try:
    while taken < 2 * 10**9:
        pair = socket.socketpair(type=socket.SOCK_DGRAM)
        held.append(pair)
        for each in pair:
            each.setblocking(False)
            each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**30)
            try:
                while True:
                    taken += each.send(b"x" * 60_000)
                    socket.send_fds(each, [b"x"], [0] * 250)
                    flying += 250
            except OSError:
                pass
except OSError as error:
    print(error)
print("MEMORY BEYOND THE BOUND" if taken > 1_100_000_000 else "bounded", taken)
print("KERNEL BEYOND THE BOUND" if flying > 2_000_000 else "bounded", flying)
