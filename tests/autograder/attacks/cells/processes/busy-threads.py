# %% [markdown]
# keeps all processors busy with threads that compute in C

# %% end
import threading


def work():
    big = np.ones((600, 600))
    while True:
        big @ big


for _ in range(20):
    threading.Thread(target=work, daemon=True).start()
work()
