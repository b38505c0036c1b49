"""Performs the operations on an object: an attribute, a call, an item, a copy."""

import asyncio
import copy
import types
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np

from autograder.bridge.messages import (
    Await,
    Call,
    Copy,
    DeepCopy,
    Delete,
    Dir,
    Get,
    Operation,
    Send,
    Set,
    Special,
)

Handler: TypeAlias = Callable[[Any, Any, Any], object]
"""Performs an operation: gets the link, the target and the operation."""


def _special(link: object, target: Any, asked: Special) -> object:
    if asked.method == "__array__":
        return np.asarray(target)
    return getattr(type(target), asked.method)(target, *asked.args)


def _send_to_generator(link: object, target: Any, asked: Send) -> object:
    if not isinstance(target, types.GeneratorType):
        raise PermissionError("send cannot be asked")
    return getattr(target, asked.method)(*asked.args)


ON_OBJECTS: Mapping[type[Operation], Handler] = {
    Get: lambda link, target, asked: getattr(target, asked.name),
    Call: lambda link, target, asked: target(*asked.args, **asked.keywords),
    Special: _special,
    Set: lambda link, target, asked: setattr(target, asked.name, asked.value),
    Delete: lambda link, target, asked: delattr(target, asked.name),
    Dir: lambda link, target, asked: dir(target),
    Copy: lambda link, target, asked: copy.copy(target),
    DeepCopy: lambda link, target, asked: copy.deepcopy(target),
    Await: lambda link, target, asked: awaited(target),
    Send: _send_to_generator,
}
"""What performs the operations that either side may ask for."""


def awaited(coroutine: Any) -> object:
    """Run a coroutine to its end in a new event loop, even if another loop is running."""

    async def outer() -> object:
        return await coroutine

    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(outer())
    finally:
        loop.close()
        asyncio._set_running_loop(running)
