"""Plants errors in the text of gold articles and measures what verdicts make of them."""
