# %% [markdown]
# digest

# %% right
answer = "forty-two"

# %% wrong
answer = "42"

# %% test
import hashlib

assert (
    hashlib.sha256(answer.encode()).hexdigest()[:8] == hashlib.sha256(b"forty-two").hexdigest()[:8]
)
