/* What the reader has chosen. It stands in the address, so that a link or the way back leads to the same view. */

const FILTERS = [
  "words",
  "verdict",
  "company",
  "metric",
  "period",
  "status",
  "outlet",
  "sure",
  "document",
  "known",
];
const DEFAULTS = {
  ...Object.fromEntries(FILTERS.map((name) => [name, ""])),
  order: "",
  page: "1",
  size: "50",
  by: "owner",
  scale: "",
  claim: "",
};
const state = { ...DEFAULTS };

/** Reads the address. */
function readState() {
  const address = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(DEFAULTS)) state[name] = address.get(name) ?? DEFAULTS[name];
  if (!state.order) state.order = isChecked() ? "verdict" : "document";
}

/** The address of the view of now with some of its choices changed. */
function addressOf(changes) {
  const next = { ...state, ...changes };
  const address = new URLSearchParams();
  const usual = { ...DEFAULTS, order: isChecked() ? "verdict" : "document" };
  for (const name of Object.keys(DEFAULTS)) if (next[name] !== usual[name]) address.set(name, next[name]);
  return `#${address}`;
}

/** Changes the view. A change of filters begins at the first page again. */
function choose(changes) {
  const filtering = Object.keys(changes).some((name) => FILTERS.includes(name) || name === "order");
  history.replaceState(null, "", addressOf(filtering ? { page: "1", ...changes } : changes));
  readState();
  show();
}

function isChecked() {
  return run.verdict.values.length > 0;
}
