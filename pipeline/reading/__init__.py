"""Files and standard input in, articles and rejects out."""
