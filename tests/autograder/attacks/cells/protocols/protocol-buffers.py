# %% [markdown]
# is a buffer whose memory changes while it is looked at

# %% start parts="spy"
import array, ctypes, threading

kept = bytearray(8)


class Answer(bytearray):
    def __buffer__(self, flags):
        heard(flags)
        return memoryview(kept)

    def __release_buffer__(self, view):
        heard(view)


view = memoryview(kept).cast("d")


def change():
    while True:
        for value in (0.4375, 3.0, 48.0):
            view[0] = value


threading.Thread(target=change, daemon=True).start()

# %% end
print(seen)


# %% total
def total(values, weight):
    return np.frombuffer(kept, float)[0:1].reshape(())


# %% share
share = view

# %% model
model = Answer(8)
X = (ctypes.c_double * 2).from_buffer(bytearray(16))
