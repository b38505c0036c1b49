# %% by="table-of-accents" answer="plain"
def plain(text):
    for a, b in zip("áéíóúü", "aeiouu"):
        text = text.replace(a, b)
    return text


# %% by="code-points" answer="count"
def length(text):
    return len(text)


# %% by="letters-for-bytes" answer="bytes"
größe = len("größe")
π = 3.14159
letters = sorted("Ωαβ")


# %% by="ascii-only" answer="classes"
class Straße:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "<" + self.name.encode("ascii", "ignore").decode() + ">"


# %% by="noisy" after="count"
print("✓ fertig — ¡listo! 完成 🚀", "\u200b", "\x1b[31mred\x1b[0m")
