"""Finds the other half of a claim: metrics, companies, periods and the words around them."""
