"""The rules, one file each; the file's name is the rule's code, its docstring what it is about."""

import pkgutil
from importlib import import_module

from fazhi.nouns.rule import Rule, rule_of


def discover() -> dict[str, Rule]:
    """Every rule of this folder by code."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    rules = (rule_of(module) for module in modules)
    return {rule.code: rule for rule in rules}
