"""The command `kennzahl`."""
