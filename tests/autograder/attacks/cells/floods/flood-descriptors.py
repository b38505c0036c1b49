# %% [markdown]
# opens files, pipes and sockets without end

# %% end
import os, socket

held = []
try:
    while True:
        held.append(os.pipe())
        held.append(socket.socketpair())
except OSError as error:
    print(error)
