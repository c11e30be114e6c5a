"""Loads a German pipeline: tokenizer rules for figures, sentence starts for news, entities."""
