# %% [markdown]
# starts threads with stacks of a gigabyte, and fills them

# %% end
import resource, sys, threading

for size in (2**30, 2**28):
    try:
        threading.stack_size(size)
        threads = [threading.Thread(target=lambda: bytearray(10**7)) for _ in range(60)]
        for each in threads:
            each.start()
    except (RuntimeError, ValueError, OSError) as error:
        print(error)
