/* The words of the page for what the records call by an identifier. */

const WRONG = 0;
const CONFIRMED = 1;
const OPEN = 2;
const UNCHECKED = 3;

/** What a verdict comes to: its class for the style, its name, and a sign, since colour alone tells not all. */
const GROUPS = [
  { key: "wrong", name: "wrong", sign: "✕" },
  { key: "confirmed", name: "confirmed", sign: "✓" },
  { key: "open", name: "not verifiable", sign: "?" },
  { key: "unchecked", name: "not checked", sign: "–" },
];

const VERDICTS = {
  contradicted: { group: WRONG, name: "contradicted" },
  scale_error: { group: WRONG, name: "wrong scale" },
  sign_error: { group: WRONG, name: "wrong sign" },
  unit_error: { group: WRONG, name: "wrong unit" },
  period_shift: { group: WRONG, name: "other period" },
  metric_confusion: { group: WRONG, name: "other metric" },
  exact: { group: CONFIRMED, name: "exact" },
  rounded: { group: CONFIRMED, name: "rounded" },
  hedged: { group: CONFIRMED, name: "hedged" },
  in_range: { group: CONFIRMED, name: "in range" },
  derived: { group: CONFIRMED, name: "derived" },
  unverifiable: { group: OPEN, name: "not verifiable" },
};

const STATUSES = {
  reported: "reported",
  forecast: "outlook",
  prior_forecast: "earlier outlook",
  consensus: "consensus",
};

const SHORT = { ebit: "EBIT", ebitda: "EBITDA", gdp: "GDP", pretax_profit: "pre-tax profit" };

function groupOf(verdict) {
  return VERDICTS[verdict].group;
}

/** The verdict of a claim as a person says it. */
function verdictName(row) {
  return VERDICTS[run.verdict.at(row)]?.name ?? GROUPS[UNCHECKED].name;
}

/** An identifier as words: `net income`. */
function words(name) {
  return SHORT[name] ?? STATUSES[name] ?? VERDICTS[name]?.name ?? name.replaceAll("_", " ");
}

/** A number with its noun: `1 claim`, `2,000 claims`. */
function counted(number, one) {
  return `${whole(number)} ${one}${number === 1 ? "" : "s"}`;
}
