"""The ground floor: what every other floor stands on and none of it knows a record."""
