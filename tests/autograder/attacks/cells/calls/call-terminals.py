# %% [markdown]
# opens terminals, types into them and takes them for its own

# %% start parts="look call"
import fcntl, termios

for path in ("/dev/ptmx", "/dev/pts/ptmx", "/dev/tty", "/dev/console", "/dev/tty1", "/dev/vcs"):
    try:
        place = os.open(path, os.O_RDWR | os.O_NOCTTY)
        print("OPENED", path)
    except OSError as error:
        print(error)
for number in range(3):
    for what in (termios.TIOCSTI, 0x541C, termios.TIOCSCTTY, termios.TIOCCONS):
        try:
            fcntl.ioctl(number, what, b"x")
            print("OPENED", number, what)
        except OSError as error:
            print(error)
