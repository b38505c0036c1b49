# %% by="python-text" answer="write-json"
def save_settings(path, settings):
    with open(path, "w") as f:
        f.write(str(settings))


# %% by="no-header" answer="write-csv"
with open("squares.csv", "w") as f:
    for n in range(1, 6):
        f.write(f"{n},{n**2}\n")

# %% by="other-name" answer="write-csv"
with open("square.csv", "w") as f:
    f.write("n,square\n1,1\n2,4\n3,9\n4,16\n5,25\n")


# %% by="overwrites" answer="append"
def log(path, message):
    with open(path, "w") as f:
        f.write(message + "\n")
    return len(open(path).readlines())


# %% by="overwrites" answer="read-back"
def total_of(path, column):
    with open(path) as f:
        return sum(float(line.split(",")[1]) for line in list(f)[1:])


# %% by="noisy" after="write-csv"
print(os.listdir("."))
print(open("squares.csv").read())
open("no-such-file.txt")
