/* Claims counted by company, source or metric, with what their verdicts come to: a table whose bars are drawn. */

const SHOWN_GROUPS = 200;

/** By what claims can be counted: the name of it, the value of a row, and the filter that a value sets. */
const GROUPINGS = {
  owner: { name: "company", filter: "company", of: (row) => run.owner.at(row) },
  outlet: {
    name: "source of the article",
    filter: "outlet",
    of: (row) => run.documents.outlet.at(run.document[row]),
  },
  known: {
    name: "source of the known figure",
    filter: "known",
    of: (row) => {
      const source = run.known_source.at(row);
      return source === null ? null : siteOf(source);
    },
  },
  document: { name: "article", filter: "document", of: (row) => run.documents.name[run.document[row]] },
  metric: { name: "metric", filter: "metric", of: (row) => run.metric.at(row) },
};

function groupings() {
  const outlets = run.documents.outlet.values.length > 0 ? ["outlet"] : [];
  const sources = run.known_source.values.length > 0 ? ["known"] : [];
  return ["owner", ...outlets, ...sources, "document"];
}

function countBy(rows, of) {
  const counts = new Map();
  for (const row of rows) {
    const name = of(row);
    if (name === null) continue;
    let count = counts.get(name);
    if (!count) counts.set(name, (count = { name, total: 0, groups: [0, 0, 0, 0] }));
    count.total += 1;
    count.groups[run.group[row]] += 1;
  }
  return [...counts.values()];
}

function showGroups(rows) {
  const by = groupings().includes(state.by) ? state.by : "owner";
  const worst = (a, b) => b.groups[WRONG] - a.groups[WRONG] || b.total - a.total;
  const chooser = element("select", {
    "aria-label": "Count by",
    onchange: (event) => choose({ by: event.target.value }),
  });
  for (const name of groupings())
    chooser.append(element("option", { value: name, selected: name === by }, GROUPINGS[name].name));
  const what = isChecked() ? "Verdicts by" : "Claims by";
  document
    .getElementById("groups")
    .replaceChildren(
      element("figcaption", {}, element("h2", {}, what, " ", chooser, onPaper(GROUPINGS[by].name))),
      ...groupTable(countBy(rows, GROUPINGS[by].of).sort(worst), GROUPINGS[by]),
    );
}

function showMetrics(rows) {
  const most = (a, b) => b.total - a.total;
  document
    .getElementById("metrics")
    .replaceChildren(
      element("figcaption", {}, element("h2", {}, "Claims by metric")),
      ...groupTable(countBy(rows, GROUPINGS.metric.of).sort(most), GROUPINGS.metric),
    );
}

function groupTable(counts, { name, filter }) {
  if (!counts.length)
    return [element("p", { class: "nothing" }, `No claim of this selection has a ${name}.`)];
  const largest = Math.max(...counts.slice(0, SHOWN_GROUPS).map(({ total }) => total));
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, name),
    element("th", { scope: "col", class: "bars" }, element("span", { class: "unseen" }, "verdicts")),
    isChecked() ? element("th", { scope: "col", class: "number" }, GROUPS[WRONG].name) : null,
    element("th", { scope: "col", class: "number" }, "claims"),
  );
  const lines = counts.slice(0, SHOWN_GROUPS).map((count) => {
    const parts = GROUPS.map(({ key, name: verdict }, group) => ({
      key,
      number: count.groups[group],
      words: `${whole(count.groups[group])} ${verdict}`,
    })).filter(({ number }) => number);
    const bars = parts.map(({ key, number }) => {
      const bar = element("i", { class: key });
      bar.style.width = `${(100 * number) / largest}%`;
      return bar;
    });
    const summary = parts.map((part) => part.words).join(", ");
    const on = state[filter] === count.name;
    const press = () => choose({ [filter]: on ? "" : count.name });
    return element(
      "tr",
      { title: summary },
      element(
        "th",
        { scope: "row" },
        element(
          "button",
          { type: "button", "aria-pressed": String(on), onclick: press },
          isolated(filter === "metric" ? words(count.name) : count.name),
        ),
      ),
      element(
        "td",
        { class: "bars" },
        element("div", { "aria-hidden": "true" }, bars),
        element("span", { class: "unseen" }, summary),
      ),
      isChecked()
        ? element(
            "td",
            { class: `number ${count.groups[WRONG] ? "wrong" : "zero"}` },
            whole(count.groups[WRONG]),
          )
        : null,
      element("td", { class: "number" }, whole(count.total)),
    );
  });
  const more = counts.length - lines.length;
  return [
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": `Claims by ${name}` },
      element("table", {}, element("thead", {}, head), element("tbody", {}, lines)),
    ),
    more > 0 ? element("p", { class: "nothing" }, `and ${whole(more)} more`) : "",
  ];
}
