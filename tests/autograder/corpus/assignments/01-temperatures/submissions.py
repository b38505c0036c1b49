# %% by="multiplies-first" answer="to-celsius"
def to_celsius(fahrenheit):
    return fahrenheit * 5 / 9 - 32


# %% by="whole-degrees" answer="to-celsius"
def to_celsius(fahrenheit):
    return int((fahrenheit - 32) * 5 / 9)


# %% by="counts-gaps" answer="mean-reading"
def mean_reading(readings):
    total = 0
    for r in readings:
        total += r or 0
    return total / len(readings) if readings else None


# %% by="prints-only" answer="mean-reading"
def mean_reading(readings):
    known = [r for r in readings if r is not None]
    print(sum(known) / len(known))


# %% by="prints-only" answer="label"
warm = ["mon", "wed"]
cold = "1"

# %% by="noisy" after="to-celsius"
for f in range(0, 120, 20):
    print(f, "F is", to_celsius(f), "C")
