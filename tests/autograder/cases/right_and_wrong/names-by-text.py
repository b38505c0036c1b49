# %% [markdown]
# names by text

# %% right
answer = 1

# %% wrong
answr = 1

# %% test
assert "answer" in globals()
assert "answer" in dir()
assert globals()["answer"] == 1
assert get_ipython().user_ns["answer"] == 1
assert "answer" in locals()
