# %% [markdown]
# rewrites the text of every later cell, and prints it

# %% start
def quiet(lines):
    print("SEEN", "".join(lines))
    return ["pass\n"]


shell = get_ipython()
shell.input_transformers_cleanup.append(quiet)
shell.input_transformers_post.append(quiet)

# %% add
pass
