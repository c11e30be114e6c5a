"""Gold to and from the tools in which people correct it."""
