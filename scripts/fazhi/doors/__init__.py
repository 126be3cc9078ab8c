"""Doors: where the outside world comes in and where alone anything is printed."""
