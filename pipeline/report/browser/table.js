/* The table of the claims: one page of them at a time, so that 100,000 are as quick as ten. */

const COLUMNS = [
  { key: "verdict", title: "Verdict", cell: (row) => badge(row) },
  { key: "company", title: "Company", cell: (row) => isolated(run.company.at(row) ?? "") },
  { key: "metric", title: "Measured", cell: measured },
  { key: "period", title: "Period", cell: period },
  { key: "told", title: "Told", number: true, cell: told },
  { key: "known", title: "Known", number: true, cell: known },
  { key: "deviation", title: "Deviation", number: true, cell: deviation },
  { key: "sentence", title: "Sentence", cell: sentence },
  { key: "document", title: "Article", cell: link },
];
const SIZES_OF_PAGE = [25, 50, 100, 500];
const PRINTED = 1000;

/** A text of its own direction: a sign in it that turns the writing round ends with it. */
function isolated(text) {
  return element("bdi", {}, text);
}

function measured(row) {
  const more = [
    run.kind.at(row) === "change" ? "change" : null,
    run.adjusted[row] ? "adjusted" : null,
    run.segment.at(row),
    run.negated[row] ? "denied" : null,
  ].filter(Boolean);
  return [words(run.metric.at(row)), more.length ? element("small", {}, isolated(more.join(", "))) : null];
}

function period(row) {
  const status = run.status.at(row);
  return [run.period.at(row) ?? "", status === "reported" ? null : element("small", {}, words(status))];
}

function sentence(row) {
  const text = run.sentence.at(row);
  const start = run.place[row];
  const marks =
    start === NONE
      ? []
      : [
          {
            start,
            end: start + run.text.at(row).length,
            wrap: (piece) => element("mark", { class: GROUPS[run.group[row]].key }, piece),
          },
        ];
  const reason =
    run.group[row] === WRONG
      ? element("small", { class: "reason" }, isolated(run.verdict_reason.at(row) ?? ""))
      : null;
  return [element("bdi", {}, marked(text, marks)), reason];
}

function link(row) {
  const name = titleOf(run.document[row]);
  const day = run.documents.date.at(run.document[row]);
  return [
    element(
      "a",
      {
        href: addressOf({ claim: String(row) }),
        "aria-label": `Open the article ${name} at ${run.text.at(row)}`,
      },
      isolated(name),
    ),
    day ? element("small", {}, day) : null,
  ];
}

/** Shows a page of claims that are in their order. */
function showTable(rows, size) {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(pages, Math.max(1, Number(state.page) || 1));
  const first = (page - 1) * size;
  const shown = rows.subarray(first, first + size);
  const shownColumns = COLUMNS.filter(
    ({ key }) => isChecked() || !["verdict", "known", "deviation"].includes(key),
  );

  const table = document.getElementById("claims");
  table.tHead.replaceChildren(element("tr", { role: "row" }, shownColumns.map(heading)));
  table.tBodies[0].replaceChildren(
    ...[...shown].map((row) =>
      element(
        "tr",
        { role: "row", "data-row": String(row) },
        shownColumns.map(({ key, title, number, cell }) =>
          element(
            "td",
            { role: "cell", class: number ? `number ${key}` : key, "data-title": title },
            cell(row),
          ),
        ),
      ),
    ),
  );
  table.hidden = !rows.length;
  const all =
    rows.length === run.size
      ? counted(run.size, "claim")
      : `${whole(rows.length)} of ${counted(run.size, "claim")}`;
  const part = pages > 1 ? `, ${whole(first + 1)} to ${whole(first + shown.length)} shown` : "";
  document.getElementById("count").textContent = all + part;
  showPager(page, pages, rows.length);
}

/** A heading that sorts: upwards first, downwards when it is pressed again. */
function heading({ key, title, number }) {
  const attributes = { role: "columnheader", scope: "col", class: number ? `number ${key}` : key };
  attributes["data-title"] = title;
  if (!(key in ORDERS)) return element("th", attributes, element("span", {}, title));
  const [up, down] = [state.order === key, state.order === `-${key}`];
  const first = key === "deviation" ? `-${key}` : key;
  const next = state.order === first ? (first === key ? `-${key}` : key) : first;
  if (up || down) attributes["aria-sort"] = up ? "ascending" : "descending";
  const press = () => {
    choose({ order: next });
    document.querySelector(`#claims button[data-key="${key}"]`).focus();
  };
  return element(
    "th",
    attributes,
    element(
      "button",
      { type: "button", "data-key": key, onclick: press },
      title,
      element("span", { "aria-hidden": "true" }, up ? " ▲" : down ? " ▼" : ""),
    ),
  );
}

function showPager(page, pages, size) {
  const turn = (to, text, name) =>
    element(
      "button",
      {
        type: "button",
        disabled: to < 1 || to > pages || to === page,
        "aria-label": name,
        "data-turn": name,
        onclick: () => {
          choose({ page: String(to) });
          document.getElementById("list").scrollIntoView();
          document.querySelector(`#pager button[data-turn="${name}"]`).focus({ preventScroll: true });
        },
      },
      text,
    );
  const sizes = element(
    "select",
    { onchange: (event) => choose({ size: event.target.value, page: "1" }) },
    SIZES_OF_PAGE.map((each) =>
      element("option", { value: String(each), selected: String(each) === state.size }, String(each)),
    ),
  );
  const pager = document.getElementById("pager");
  pager.hidden = size <= SIZES_OF_PAGE[0];
  pager.replaceChildren(
    turn(1, "«", "First page"),
    turn(page - 1, "‹", "Page before"),
    element("span", {}, `Page ${whole(page)} of ${whole(pages)}`),
    turn(page + 1, "›", "Next page"),
    turn(pages, "»", "Last page"),
    element("label", {}, "Rows ", sizes),
  );
}
