# %% [markdown]
# leaves files in places outside the box

# %% part
def leave():
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/usr/local/bin", "@COURSE@", "/run"):
        try:
            open(folder + "/ai4gov-attack-@NAME@", "w").close()
        except OSError as error:
            print(error)
