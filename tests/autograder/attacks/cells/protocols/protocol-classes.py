# %% [markdown]
# has classes that tell of their use: items, bases, names and subclasses

# %% start parts="spy"
class Meta(type):
    def __prepare__(name, bases):
        heard(name, bases)
        return {}

    def __call__(cls, *args, **kwargs):
        heard(*args)
        return cls

    def __getitem__(cls, item):
        heard(item)
        return cls

    __instancecheck__ = __subclasscheck__ = lambda cls, other: heard(other) or True
    __len__ = lambda cls: 0

    def __eq__(cls, other):
        heard(other)
        return True

    __hash__ = lambda cls: 0


class Answer(metaclass=Meta):
    def __class_getitem__(cls, item):
        heard(item)
        return cls

    def __set_name__(self, owner, name):
        heard(owner, name)

    def __mro_entries__(self, bases):
        heard(bases)
        return (object,)

    def __init_subclass__(cls, **more):
        heard(cls, **more)

    def __subclasshook__(*others):
        heard(*others)
        return True


# %% end
print(seen)

# %% total
total = Answer

# %% share
share = Answer

# %% model
model = X = Answer
