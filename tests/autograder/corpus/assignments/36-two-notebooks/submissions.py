# %% by="nine-squares" answer="squares-file"
with open("squares.json", "w") as f:
    f.write(str([n**2 for n in range(1, 10)]))


# %% by="other-way-round" answer="miles"
def miles(kilometres):
    return convert(kilometres, "mile", "km")


# %% by="whole-pair" answer="longest"
longest = max(FACTORS.items())

# %% by="whole-pair" answer="units"
units = ["km", "m", "cm"]

# %% by="kept-as-text" answer="factor"
factor = Path("more/factor.txt").read_text()

# %% by="noisy" before="miles"
units_of_mine = "in the second notebook"
print(convert(5, "km", "m"))
