"""The records that the program writes, their columns and their tables."""
