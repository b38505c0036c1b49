# %% by="adds-sides" answer="hypotenuse"
def hypotenuse(a, b):
    return a + b


# %% by="julian" answer="leap"
def is_leap(year):
    return year % 4 == 0


# %% by="without-400" answer="leap" schema=1
def is_leap(year):
    return year % 4 == 0 and year % 100 != 0


# %% by="prints" answer="leap"
def is_leap(year):
    if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        print("leap year")
    else:
        print("no leap year")


# %% by="noisy" after="leap"
print("years:", [y for y in range(1990, 2010) if is_leap(y)])
