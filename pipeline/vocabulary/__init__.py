"""German words as data, and the one place that reads them."""
