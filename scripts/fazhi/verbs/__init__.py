"""One arrow of the flow each; none imports another."""
