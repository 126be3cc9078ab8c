"""A property worked out once for each instance: that of functools, without the lock that Python before 3.12 takes for it.

A check asks for twenty such properties of every record; nothing here is shared between threads.
"""

import functools
from typing import Any, Self, TypeVar, overload

T = TypeVar("T", covariant=True)


class cached_property(functools.cached_property[T]):  # noqa: N801 (named as what it stands for)
    """A method that is called once; its result becomes an attribute of the instance."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | T:
        if instance is None:
            return self
        value = instance.__dict__[self.func.__name__] = self.func(instance)
        return value
