# %% setup="imports"
import inspect
import types


# %% answer="area"
# Write `area` with two arguments, width and height, the second with the default 1. Use no `if`.
### BEGIN SOLUTION
def area(width, height=1):
    """The area of a rectangle."""
    return width * height


### END SOLUTION

# %% test="area-signature" points=1
signature = inspect.signature(area)
assert list(signature.parameters) == ["width", "height"]
assert signature.parameters["height"].default == 1

# %% test="area-values" points=1
assert area(3) == 3 and area(3, 4) == 12 and area(height=2, width=5) == 10

# %% test="area-source" points=1
source = inspect.getsource(area)
assert "return" in source
assert " if " not in source
assert area.__doc__ and area.__name__ == "area"


# %% answer="squares"
# One list comprehension gives the squares of the even numbers below n.
### BEGIN SOLUTION
def squares(n: int) -> list:
    return [k * k for k in range(n) if k % 2 == 0]


### END SOLUTION

# %% test="squares-form" points=1
import ast

tree = ast.parse(inspect.getsource(squares))
assert any(isinstance(node, ast.ListComp) for node in ast.walk(tree)), "use a comprehension"
assert not any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(tree))

# %% test="squares-values" points=1
assert squares(7) == [0, 4, 16, 36]
assert squares.__annotations__ == {"n": int, "return": list}


# %% answer="variadic"
def join_all(*parts, sep="-", **extra):
    """The parts, then the extra values by name, joined."""
    ### BEGIN SOLUTION
    return sep.join([*map(str, parts), *(f"{name}={value}" for name, value in extra.items())])
    ### END SOLUTION


# %% test="variadic-test" points=2
assert isinstance(join_all, types.FunctionType)
assert inspect.getfullargspec(join_all).varargs == "parts"
assert inspect.getfullargspec(join_all).kwonlyargs == ["sep"]
assert join_all(1, "a", sep="/", x=2) == "1/a/x=2"
assert join_all() == ""
