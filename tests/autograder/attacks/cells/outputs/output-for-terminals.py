# %% [markdown]
# prints what terminals obey: titles, links, colours, cursors and directions

# %% start
end = "\x1b\\"
print("\x1b]0;graded\x07\x1b]8;;javascript:alert(1)" + end + "x\x1b]8;;" + end)
print("\x1bP+q" + end + "\x9b2J\x00")
print("\u202e\u2066\u200f\ufeff" * 1000 + "\x1b[38;5;1m" * 3000 + "\r" * 5000 + "\b" * 5000)
import sys

sys.stderr.write("\x1b[1;1H\x1b[2J")
