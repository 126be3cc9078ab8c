"""The rules, one file each; the file's name is the rule's code, its docstring what it is about."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from fazhi.nouns.rule import Rule, rule_of


def discover() -> Mapping[str, Rule]:
    """Every rule of this folder by code."""
    return _in(tuple(__path__))


@cache
def _in(folders: tuple[str, ...]) -> Mapping[str, Rule]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(folders))
    rules = (rule_of(module) for module in modules)
    return MappingProxyType({rule.code: rule for rule in rules})
