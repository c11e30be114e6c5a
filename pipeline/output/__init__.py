"""Records out, to a file whose ending chooses the format; and claims in again."""
