"""Metrics sorted by how news speaks of them; the rules of this stage ask only for these classes."""

from pipeline.mentions.companies.choosing import Bearer

WHOLES = frozenset(("assets", "gdp"))
"""What other figures are told as a share of."""

MARKET = frozenset(("share_price", "index_level", "exchange_rate", "commodity_price"))
"""They move by the day."""

PRICED = MARKET | {"inflation", "interest_rate", "dividend"}
"""What is named where a sentence says that it costs so much."""

OF_NOBODY = frozenset(("index_level", "exchange_rate", "commodity_price", "inflation", "gdp", "unemployment",
                       "budget"))  # fmt: skip
"""Metrics of a market or an economy, which have no company."""

ECONOMY = frozenset(("inflation", "gdp", "unemployment", "budget"))
"""Those of them that are told of a country or another region."""

OF_A_MARKET = frozenset(("sales_volume", "production"))
"""What is told of the whole of a country where it is no company's."""

DEALS = frozenset(("deal_value", "stake"))
"""Told of who buys or holds, not of what is bought."""

OF_ANYBODY = frozenset(("other", "price", "production", "sales_volume"))
"""Metrics of countries, branches and people as well as of companies."""

CLOSER_PROFITS = frozenset(("ebit", "ebitda", "pretax_profit"))
"""Profits named more closely than just `Gewinn`."""

PROFITS = CLOSER_PROFITS | {"net_income"}
"""Profits in money, of which a share (`30 Prozent des Gewinns`) or an amount per head can be told."""

EARNINGS = PROFITS | {"gross_profit", "earnings_per_share", "cash_flow"}
"""Metrics that can be negative."""

RESULTS = EARNINGS | {"revenue", "margin", "dividend", "order_intake"}
"""Metrics that companies report by quarter, half-year and year."""

EARNED = RESULTS - {"order_intake", "dividend"}
"""Those of them that say how a business went."""

YEARLY = RESULTS | {"investment", "costs", "sales_volume", "production", "market_share", "savings"}
"""Metrics told of a business period, which goes on from sentence to sentence."""

SUMMED = RESULTS | {"investment", "costs", "sales_volume", "production", "savings"}
"""Those of them that a company sums up from the start of its year."""

STOCKS = frozenset(
    ("employees", "customers", "locations", "market_cap", "debt", "assets", "deal_value", "equity",
     "order_backlog")
)  # fmt: skip
"""Metrics told as of now where the sentence names no time."""

AS_OF_NOW = frozenset(("interest_rate", "price", "stake"))
"""Metrics whose level is told as of now too, but seldom at the end of a business period."""

MONTHLY = frozenset(("inflation", "unemployment", "price", "sales_volume", "production", "gdp"))
"""Metrics that statistics tell by the month."""

BALANCE = frozenset(("debt", "assets", "equity", "order_backlog"))
"""Those of them that a company reports together with its results."""

PEOPLE_AND_PLACES = frozenset(("employees", "customers", "locations"))
"""What a counted noun names for certain; `Fahrzeuge` can be sold or made."""

SELDOM_IN_PERCENT = PEOPLE_AND_PLACES | {
    "dividend", "debt", "market_cap", "costs", "investment", "deal_value", "budget", "production", "assets",
    "savings",
}  # fmt: skip
"""Metrics told in amounts or pieces: a percentage after one is a share of something, or tells a change."""

JOBS_AND_PLACES = frozenset(("employees", "locations"))
"""What a company cuts or creates."""

ORDERS = frozenset(("order_intake", "order_backlog"))
"""Told in money unless a noun says what is counted."""

COUNTED = PEOPLE_AND_PLACES | {"sales_volume"}
"""Metrics told in pieces."""

RATES = frozenset(("margin", "interest_rate", "unemployment", "market_share", "stake", "inflation", "equity",
                   "budget", "other"))  # fmt: skip
"""Metrics whose level is told in percent, so that a bare percentage is no change."""

PURE_RATES = frozenset(("margin", "interest_rate", "unemployment", "market_share"))
"""Those of them that are never told in money."""

TOLD_AS_RATES = frozenset(("inflation", "unemployment", "equity", "margin", "market_share"))
"""Those that a text goes on to call just `die Rate`, `die Quote`."""

SIGNED_RATES = frozenset(("interest_rate", "inflation", "margin"))
"""Rates that can lie below zero: `minus 0,5 Prozent` is a level."""

WITHOUT_IMPLIED_YEAR = frozenset(("employees", "locations", "stake", "interest_rate", "price", "deal_value"))
"""A change of these is against the year before only where the text says so."""

SMALL_AMOUNTS = frozenset(("share_price", "earnings_per_share", "exchange_rate", "commodity_price", "price"))
"""Metrics told in amounts of a few units of money."""

LARGE_AMOUNTS = PROFITS | {
    "revenue", "gross_profit", "order_intake", "order_backlog", "cash_flow", "debt", "equity", "assets",
    "investment", "costs", "savings", "market_cap", "budget",
}  # fmt: skip
"""Metrics told in thousands and millions of money."""


def told_of(metric: str, kind: str) -> Bearer:
    """Say of whom a metric is told: of who earns it, any company, a buyer, a central bank, or anybody.

    Args:
        metric: The metric.
        kind: Kind of its unit; an amount of money of no named metric, and sales that are not counted in
            pieces, are mostly a company's.

    Returns:
        Who bears it.
    """
    if metric in DEALS:
        return "buyer"
    if metric == "interest_rate":
        return "central_bank"
    if metric in RESULTS:
        return "earner"
    firm = (metric == "other" and kind == "money") or (metric == "sales_volume" and kind != "count")
    return "anybody" if metric in OF_ANYBODY and not firm else "company"
