"""The recipe of the built-in German model: open data in, weights and their scores out."""
