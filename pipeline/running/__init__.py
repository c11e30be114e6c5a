"""A whole run: articles in, records written, rejects told."""
