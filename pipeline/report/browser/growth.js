/* The growth rates that the texts tell: how many lie in which five points, by what their verdicts come to. */

const BIN = 5;
const OUTMOST = 50;
const LOW = 225;

function showGrowth(rows) {
  const figure = document.getElementById("growth");
  const head = element("figcaption", {}, element("h2", {}, "Growth rates told"));
  const rates = [...rows].filter(
    (row) => run.kind.at(row) === "change" && run.unit.at(row) === "percent" && run.low[row] !== null,
  );
  if (!rates.length) {
    figure.replaceChildren(
      head,
      element("p", { class: "nothing" }, "No claim of this selection is a change in percent."),
    );
    return;
  }
  const size = (2 * OUTMOST) / BIN + 2;
  const bins = Array.from({ length: size }, (_, i) => ({
    low: i ? (i - 1) * BIN - OUTMOST : -Infinity,
    high: i < size - 1 ? i * BIN - OUTMOST : Infinity,
    groups: [0, 0, 0, 0],
    total: 0,
  }));
  for (const row of rates) {
    const bin = bins[Math.min(size - 1, Math.max(0, Math.floor((run.low[row] + OUTMOST) / BIN) + 1))];
    bin.groups[run.group[row]] += 1;
    bin.total += 1;
  }
  const sorted = Float64Array.from(rates, (row) => run.low[row]).sort();
  const median = sorted[Math.floor(sorted.length / 2)];
  const falling = rates.filter((row) => run.low[row] < 0).length;
  const about = `${counted(rates.length, "change")} in percent, ${whole(falling)} of them falls; half are above ${amount(median, median, "percent", true)}.`;
  figure.replaceChildren(head, histogram(bins, about), element("p", {}, about), binTable(bins));
}

function range({ low, high }) {
  const end = (value) => decimal(value);
  if (low === -Infinity) return `under ${end(high)} %`;
  return high === Infinity ? `${end(low)} % and more` : `${end(low)} to ${end(high)} %`;
}

function histogram(bins, about) {
  const svg = drawn("svg", {
    viewBox: `0 0 ${WIDTH} ${LOW}`,
    role: "img",
    "aria-label": `Growth rates told. ${about}`,
  });
  const bottom = LOW - 24;
  const most = Math.max(...bins.map(({ total }) => total));
  const width = (WIDTH - 40 - 10) / bins.length;
  const y = (value) => bottom - (value / most) * (bottom - 16);
  for (const value of new Set([0, Math.round(most / 2), most])) {
    svg.append(
      drawn("line", { class: "grid", x1: 40, x2: WIDTH - 10, y1: y(value), y2: y(value) }),
      drawn("text", { x: 35, y: y(value) + 4, "text-anchor": "end" }, whole(value)),
    );
  }
  bins.forEach((bin, i) => {
    const left = 40 + i * width;
    let base = 0;
    for (const group of [CONFIRMED, OPEN, UNCHECKED, WRONG]) {
      if (!bin.groups[group]) continue;
      svg.append(
        drawn(
          "rect",
          {
            class: GROUPS[group].key,
            x: left + 1,
            width: width - 2,
            y: y(base + bin.groups[group]),
            height: y(base) - y(base + bin.groups[group]),
          },
          drawn("title", {}, `${range(bin)}: ${whole(bin.groups[group])} ${GROUPS[group].name}`),
        ),
      );
      base += bin.groups[group];
    }
    if (i > 0 && (i - 1) % 5 === 0) {
      svg.append(
        drawn("text", { x: left, y: bottom + 17, "text-anchor": "middle" }, `${decimal(bin.low)} %`),
      );
    }
  });
  const zero = 40 + (OUTMOST / BIN + 1) * width;
  svg.append(drawn("line", { class: "equal", x1: zero, x2: zero, y1: 8, y2: bottom }));
  return svg;
}

function binTable(bins) {
  const shown = GROUPS.map((_, group) => group).filter((group) => bins.some(({ groups }) => groups[group]));
  return element(
    "details",
    {},
    element("summary", {}, "The same as a table"),
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, "change"),
          shown.map((group) => element("th", { scope: "col", class: "number" }, GROUPS[group].name)),
        ),
      ),
      element(
        "tbody",
        {},
        bins
          .filter(({ total }) => total)
          .map((bin) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, range(bin)),
              shown.map((group) => element("td", { class: "number" }, whole(bin.groups[group]))),
            ),
          ),
      ),
    ),
  );
}
