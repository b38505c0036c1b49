"""Paths of pathlib, as their text."""

import pathlib

from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker

KINDS = {
    kind.__name__: kind
    for kind in (pathlib.PurePosixPath, pathlib.PosixPath, pathlib.PureWindowsPath)
}


def _is_path(value: object) -> bool:
    return isinstance(value, pathlib.PurePath) and type(value).__module__.startswith("pathlib")


def _pack_path(packer: Packer, value: pathlib.PurePath) -> Contents:
    return [type(value).__name__, str(value)]


def _unpack_path(unpacker: Unpacker, kind: str, text: str) -> pathlib.PurePath:
    return KINDS[kind](text)


CODECS = [Codec("path", matches=_is_path, pack=_pack_path, unpack=_unpack_path)]
