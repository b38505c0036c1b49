# %% [markdown]
# replaces the namespace by one that knows every name

# %% start
class Everything(dict):
    def __missing__(self, name):
        return 3.0

    def __getitem__(self, name):
        print("SEEN", name)
        return dict.get(self, name, 3.0)

    def __contains__(self, name):
        return True


shell = get_ipython()
shell.user_ns = Everything(shell.user_ns)
