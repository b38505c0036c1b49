# %% [markdown]
# starts threads without end

# %% end
import threading, time

try:
    for _ in range(5000):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
except RuntimeError as error:
    print(error)
