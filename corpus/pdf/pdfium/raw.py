"""pdfium's functions as they are called thousands of times a page: with plain numbers.

pypdfium2 makes an object of every pointer that goes in or comes out; that takes longer than most of
what is asked.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

ADDRESS, INT, UINT, FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_float
WIDTH = ctypes.sizeof(FLOAT)
"""Bytes that a FLOAT takes, an INT and a UINT too."""
Address = int | None
"""What tells one of pdfium's things from another, and hands it back; None for none."""


def raw(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of pdfium's that takes and gives addresses as numbers."""
    return ctypes.cast(function, ctypes.PYFUNCTYPE(result, *arguments))


def address(pointer: Any) -> Address:
    """That of one of pypdfium2's pointers."""
    return ctypes.cast(pointer, ADDRESS).value


def asked(function: Callable[..., Any], pointer: Address, answers: Any) -> bool:
    """Whether pdfium could fill in `answers`, an array, each item by an argument of its own."""
    start = ctypes.addressof(answers)
    return bool(function(pointer, *range(start, start + ctypes.sizeof(answers), WIDTH)))
