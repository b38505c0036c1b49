# %% [markdown]
# writes pipes, sockets and devices under names of data

# %% end
import os, socket, stat

os.mkfifo("pipe.csv")
socket.socket(socket.AF_UNIX).bind("socket.txt")
for number, device in enumerate((os.makedev(1, 5), os.makedev(1, 1), os.makedev(8, 0))):
    try:
        os.mknod(f"device{number}.bin", stat.S_IFCHR | 0o666, device)
        print("OPENED")
    except OSError as error:
        print(error)
