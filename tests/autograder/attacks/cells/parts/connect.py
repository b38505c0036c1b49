# %% [markdown]
# sends the attack's name to a socket

# %% part
import socket


def say(kind, family, address):
    try:
        with socket.socket(family, kind) as sock:
            sock.settimeout(1)
            sock.connect(address)
            sock.send(b"@NAME@")
    except OSError as error:
        print(error)
