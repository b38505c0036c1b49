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


def _get(link: object, target: Any, operation: Get) -> object:
    return getattr(target, operation.name)


def _call(link: object, target: Any, operation: Call) -> object:
    return target(*operation.args, **operation.keywords)


def _special(link: object, target: Any, operation: Special) -> object:
    if operation.method == "__array__":
        return np.asarray(target)
    return getattr(type(target), operation.method)(target, *operation.args)


def _set(link: object, target: Any, operation: Set) -> None:
    setattr(target, operation.name, operation.value)


def _delete(link: object, target: Any, operation: Delete) -> None:
    delattr(target, operation.name)


def _dir(link: object, target: Any, operation: Dir) -> object:
    return dir(target)


def _copy(link: object, target: Any, operation: Copy) -> object:
    return copy.copy(target)


def _deepcopy(link: object, target: Any, operation: DeepCopy) -> object:
    return copy.deepcopy(target)


def _run_to_its_end(link: object, target: Any, operation: Await) -> object:
    return awaited(target)


def _send_to_generator(link: object, target: Any, operation: Send) -> object:
    if not isinstance(target, types.GeneratorType):
        raise PermissionError("send cannot be asked")
    return getattr(target, operation.method)(*operation.args)


ON_OBJECTS: Mapping[type[Operation], Handler] = {
    Get: _get,
    Call: _call,
    Special: _special,
    Set: _set,
    Delete: _delete,
    Dir: _dir,
    Copy: _copy,
    DeepCopy: _deepcopy,
    Await: _run_to_its_end,
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
