# %% [markdown]
# bases of the learner's classes

# %% right
class TooCold(ValueError):
    pass


class Frozen(TooCold):
    pass


class Name(str):
    pass


class Shape:
    pass


class Square(Shape):
    pass


class Problem(Exception):
    pass


# %% wrong
class TooCold(Exception):
    pass


class Frozen(TooCold, KeyError):
    pass


class Name:
    pass


class Shape(dict):
    pass


class Square(Shape):
    pass


class Problem(BaseException):
    pass


# %% test
assert Problem.__base__ == Exception and Problem.__base__ is Exception
assert TooCold.__bases__ == (ValueError,) and TooCold.__bases__[0] is ValueError
assert TooCold.__mro__ == (TooCold, ValueError, Exception, BaseException, object)
assert Frozen.__bases__ == (TooCold,) and Frozen.__base__ is TooCold
assert Frozen.mro() == [Frozen, TooCold, ValueError, Exception, BaseException, object]
assert Name.__base__ is str and Name.__bases__ == (str,) and Name.__mro__ == (Name, str, object)
assert Shape.__base__ is object and Shape.__bases__ == (object,)
assert Square.__base__ is Shape and Square.__mro__ == (Square, Shape, object)
assert issubclass(Frozen, ValueError) and type(Name("a")).__base__ == str
assert Name("a").__class__.__bases__ == (str,) and TooCold("x").__class__.__base__ is ValueError
