# %% by="diameter" answer="circle"
class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return pi * (2 * self.radius) ** 2


# %% by="not-derived" answer="circle"
class Circle:
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return pi * self.radius * self.radius

    def describe(self):
        return f"Circle of area {self.area():.2f}"


# %% by="separate-side" answer="square"
class Rectangle(Shape):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.side = side


# %% by="square-first" answer="square"
class Square(Shape):
    def __init__(self, side):
        self.side = self.width = self.height = side

    def area(self):
        return self.side**2


class Rectangle(Square):
    def __init__(self, width, height):
        assert width > 0 and height > 0
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


# %% by="noisy" after="square"
for shape in (Circle(1), Square(2)):
    print(shape.describe())
Rectangle(-1, 2)
