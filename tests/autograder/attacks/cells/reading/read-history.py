# %% [markdown]
# asks IPython for earlier cells and sessions of others

# %% start parts="look"
shell = get_ipython()
attempt(lambda: shell.run_line_magic("history", "-g -l 500"))
attempt(lambda: (In, Out, shell.history_manager.get_tail(500)))
walk(os.path.expanduser("~"))
walk(shell.ipython_dir)
