# %% by="splits" answer="read-stations"
def read_stations(source):
    lines = open(source).read().split("\n")
    names = lines[0].split(";")
    rows = [dict(zip(names, line.split(";"))) for line in lines[1:] if line]
    for row in rows:
        row["height"] = int(row["height"])
    return rows


# %% by="one-level" answer="deep-get"
def deep_get(path, key, default=None):
    with open(path) as f:
        return json.load(f).get(key, default)


# %% by="texts" answer="save-report"
def save_report(folder, rows):
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/report.json", "w") as f:
        json.dump(rows, f)
    with open(f"{folder}/report.csv", "w") as f:
        for row in rows:
            f.write(",".join(map(str, row.values())) + "\n")
    return [f"{folder}/report.json", f"{folder}/report.csv"]


# %% by="not-closed" answer="tail"
def tail(path, n=2):
    return open(path).readlines()[-n:][::-1]


# %% by="noisy" after="save-report"
rows = read_stations("stations.csv")
save_report("out/mine", rows)
made = os.listdir("out")
open("log.txt", "w").write("noise\n")
read_stations("nothing.csv")
