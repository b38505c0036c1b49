# %% by="no-way-round" answer="enum"
class Light(Enum):
    RED = 1
    GREEN = 2
    AMBER = 3

    def following(self):
        return Light(self.value + 1)


# %% by="a-dict" answer="tuple"
def City(name, people, area):
    return {"name": name, "people": people, "area": area}


def density(city):
    return city["people"] / city["area"]


# %% by="near-types" answer="values"
frozen = set("hello")
raw = "Hi"
span = [10, 7, 4, 1]
ordered = {"b": 1, "a": 2}
nothing = "None"
truth = 1
big = 2.0**100
part = (1, None, 2)


# %% by="days" answer="dates"
def weeks_until(day, start):
    return (day - start) / 7


# %% by="noisy" after="tuple"
print(City("A", 1, 2), Light.RED, list(Light))
Light("PINK")
