/* Which claims are shown, and in which order. */

const collator = new Intl.Collator("de", { numeric: true });

/** What each value of a column answers, asked once a value and not once a row. */
function answers(column, question) {
  return Uint8Array.from(column.values, (value) => (question(value) ? 1 : 0));
}

/** The tests that a claim must pass, by the filters that are set. */
function testsOf(state) {
  const tests = [];
  const among = (column, question) => {
    const yes = answers(column, question);
    return (row) => yes[column.index[row]] === 1;
  };
  if (state.verdict) {
    const group = GROUPS.findIndex(({ key }) => key === state.verdict);
    tests.push(
      group < 0
        ? among(run.verdict, (verdict) => verdict === state.verdict)
        : (row) => run.group[row] === group,
    );
  }
  if (state.metric) tests.push(among(run.metric, (metric) => metric === state.metric));
  if (state.status) tests.push(among(run.status, (status) => status === state.status));
  if (state.period) tests.push(among(run.period, periodTest(state.period)));
  if (state.sure) tests.push((row) => run.confidence[row] >= Number(state.sure));
  if (state.company) tests.push(companyTest(state.company, among));
  if (state.outlet) {
    const yes = answers(run.documents.outlet, (outlet) => outlet === state.outlet);
    tests.push((row) => yes[run.documents.outlet.index[run.document[row]]] === 1);
  }
  if (state.document) {
    const number = run.documents.name.indexOf(state.document);
    tests.push((row) => run.document[row] === number);
  }
  if (state.known) tests.push(among(run.known_source, (source) => siteOf(source) === state.known));
  if (state.words) tests.push(wordsTest(state.words, among));
  return tests;
}

/** `2023` is the year and all within it, `2020-2023` the years from one to the other. */
function periodTest(asked) {
  const years = asked.match(/^(\d{4})\s*[-–]\s*(\d{4})$/);
  if (!years) return (period) => period.startsWith(asked);
  return (period) => period.slice(0, 4) >= years[1] && period.slice(0, 4) <= years[2];
}

/** A company as it is counted, `Siemens`, is that one alone; any other word finds all whose names hold it. */
function companyTest(asked, among) {
  const wanted = asked.toLowerCase();
  if (run.owner.values.some((owner) => owner.toLowerCase() === wanted)) {
    return among(run.owner, (owner) => owner.toLowerCase() === wanted);
  }
  const owner = among(run.owner, (name) => name.toLowerCase().includes(wanted));
  const company = among(run.company, (name) => name.toLowerCase().includes(wanted));
  return (row) => owner(row) || company(row);
}

function wordsTest(asked, among) {
  const wanted = asked.toLowerCase();
  const holds = (value) => value.toLowerCase().includes(wanted);
  const columns = [run.sentence, run.company, run.owner, run.segment, run.speaker].map((column) =>
    among(column, holds),
  );
  const documents = Uint8Array.from(run.documents.name, (name, i) =>
    holds(name) || holds(titleOf(i)) ? 1 : 0,
  );
  return (row) => documents[run.document[row]] === 1 || columns.some((test) => test(row));
}

/** The place of each value of a column in the alphabet; NaN, which comes last, for none. */
function alphabetical(column) {
  const order = [...column.values.keys()].sort((a, b) =>
    collator.compare(column.values[a], column.values[b]),
  );
  const places = new Float64Array(order.length);
  order.forEach((value, place) => {
    places[value] = place;
  });
  return (row) => places[column.index[row]] ?? NaN;
}

/** By what the claims can be put in order: a number for each row. */
const ORDERS = {
  verdict: () => (row) => run.group[row],
  company: () => alphabetical(run.owner),
  metric: () => alphabetical(run.metric),
  period: () => alphabetical(run.period),
  told: () => (row) => run.low[row] ?? NaN,
  known: () => (row) => (isHeld(row) ? run.known_low[row] : NaN),
  deviation: () => (row) => Math.abs(run.deviation[row]),
  document: () => (row) => run.document[row],
};
const keys = new Map();

function keysOf(name) {
  if (!keys.has(name)) {
    const key = ORDERS[name]();
    keys.set(
      name,
      Float64Array.from({ length: run.size }, (_, row) => key(row)),
    );
  }
  return keys.get(name);
}

/** The numbers of the claims that pass all filters, in the order of the articles. */
function selected(state) {
  const tests = testsOf(state);
  const rows = new Uint32Array(run.size);
  let size = 0;
  for (let row = 0; row < run.size; row += 1) {
    if (tests.every((test) => test(row))) rows[size++] = row;
  }
  return rows.subarray(0, size);
}

/** The same claims put in order: `company` or, downwards, `-company`. Equal ones: the worst first. */
function ordered(rows, order) {
  const name = order.replace("-", "");
  if (!(name in ORDERS)) return rows;
  const direction = order.startsWith("-") ? -1 : 1;
  const first = keysOf(name);
  const second = keysOf("deviation");
  const compare = (values, a, b, way) => {
    const [one, other] = [values[a], values[b]];
    if (one === other) return 0;
    if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1;
    return Number.isNaN(other) ? -1 : (one < other ? -1 : 1) * way;
  };
  return rows.slice().sort((a, b) => compare(first, a, b, direction) || compare(second, a, b, -1) || a - b);
}
