/* What is told against what is known: on the line they agree. Sizes on a logarithmic scale, without sign. */

const WIDTH = 400;
const HEIGHT = 290;
const EDGE = { left: 66, right: 22, top: 8, bottom: 40 };
const CELL = 4;

const SCALES = {
  money: { name: "amounts of money", has: (unit) => /^[A-Z]{3}$/.test(unit) },
  rates: { name: "percentages", has: (unit) => RATES.has(unit) },
  pieces: { name: "counts and other units", has: (unit) => !/^[A-Z]{3}$/.test(unit) && !RATES.has(unit) },
};

const middle = (low, high) => Math.abs((low + high) / 2);

function showScatter(rows) {
  const figure = document.getElementById("scatter");
  figure.hidden = !isChecked();
  const held = Object.fromEntries(Object.keys(SCALES).map((name) => [name, []]));
  const scaleOfUnit = run.unit.values.map((unit) =>
    Object.keys(SCALES).find((name) => SCALES[name].has(unit)),
  );
  for (const row of rows) {
    if (Number.isNaN(run.deviation[row]) || run.high[row] === null) continue;
    if (middle(run.low[row], run.high[row]) > 0 && middle(run.known_low[row], run.known_high[row]) > 0) {
      held[scaleOfUnit[run.unit.index[row]]].push(row);
    }
  }
  const fullest = Object.keys(SCALES).reduce(
    (best, name) => (held[name].length > held[best].length ? name : best),
    "money",
  );
  const scale = state.scale in SCALES ? state.scale : fullest;
  const chooser = element("select", {
    "aria-label": "Values shown",
    onchange: (event) => choose({ scale: event.target.value }),
  });
  for (const [name, { name: values }] of Object.entries(SCALES)) {
    chooser.append(
      element("option", { value: name, selected: name === scale }, `${values} (${whole(held[name].length)})`),
    );
  }
  const head = element(
    "figcaption",
    {},
    element("h2", {}, "Told against known ", chooser, onPaper(SCALES[scale].name)),
  );
  if (!held[scale].length) {
    figure.replaceChildren(
      head,
      element(
        "p",
        { class: "nothing" },
        "No claim of this selection was held against a known value of this kind.",
      ),
    );
    return;
  }
  figure.replaceChildren(
    head,
    scatterOf(held[scale], scale === "money"),
    legend(held[scale]),
    furthest(held[scale]),
  );
}

function scatterOf(rows, thousands) {
  const values = rows.flatMap((row) => [
    middle(run.low[row], run.high[row]),
    middle(run.known_low[row], run.known_high[row]),
  ]);
  const exponents = values.map(Math.log10);
  let least = Infinity;
  let most = -Infinity;
  for (const exponent of exponents) {
    least = Math.min(least, exponent);
    most = Math.max(most, exponent);
  }
  least = Math.floor(least - 0.1);
  most = Math.ceil(most + 0.1);
  const x = (value) => EDGE.left + ((value - least) / (most - least)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) =>
    HEIGHT - EDGE.bottom - ((value - least) / (most - least)) * (HEIGHT - EDGE.top - EDGE.bottom);

  const wrong = rows.filter((row) => run.group[row] === WRONG).length;
  const about = `${counted(rows.length, "claim")} by known value across and told value upwards; ${whole(wrong)} are wrong.`;
  const svg = drawn("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "img",
    "aria-label": `Told against known. ${about}`,
  });
  const step = Math.max(1, Math.ceil((most - least) / 7));
  for (let power = least; power <= most; power += step) {
    const label = amount(10 ** power, 10 ** power, "count", false);
    svg.append(
      drawn("line", { class: "grid", x1: x(power), x2: x(power), y1: y(least), y2: y(most) }),
      drawn("line", { class: "grid", x1: x(least), x2: x(most), y1: y(power), y2: y(power) }),
      drawn("text", { x: x(power), y: HEIGHT - EDGE.bottom + 16, "text-anchor": "middle" }, label),
      drawn("text", { x: EDGE.left - 6, y: y(power) + 4, "text-anchor": "end" }, label),
    );
  }
  svg.append(
    drawn(
      "text",
      { class: "axis", x: x((least + most) / 2), y: HEIGHT - 8, "text-anchor": "middle" },
      "known",
    ),
    drawn(
      "text",
      {
        class: "axis",
        x: 14,
        y: y((least + most) / 2),
        "text-anchor": "middle",
        transform: `rotate(-90 14 ${y((least + most) / 2)})`,
      },
      "told",
    ),
    drawn("line", { class: "equal", x1: x(least), y1: y(least), x2: x(most), y2: y(most) }),
  );
  if (thousands && most - least > 3) {
    svg.append(
      drawn("line", { class: "thousand", x1: x(least), y1: y(least + 3), x2: x(most - 3), y2: y(most) }),
      drawn("line", { class: "thousand", x1: x(least + 3), y1: y(least), x2: x(most), y2: y(most - 3) }),
      drawn("text", { x: x(most - 3) - 6, y: y(most) + 12, "text-anchor": "end" }, `× ${whole(1000)}`),
      drawn("text", { x: x(least + 3) + 10, y: y(least) - 6 }, `÷ ${whole(1000)}`),
    );
  }
  // Claims that would lie on each other are drawn once; the wrong ones last, above the others.
  const cells = new Map();
  rows.forEach((row, i) => {
    const [across, up] = [x(exponents[2 * i + 1]), y(exponents[2 * i])];
    const key = `${run.group[row]} ${Math.round(across / CELL)} ${Math.round(up / CELL)}`;
    const cell = cells.get(key);
    if (cell) cell.count += 1;
    else cells.set(key, { row, across, up, count: 1 });
  });
  const points = [...cells.values()].sort((a, b) => run.group[b.row] - run.group[a.row]);
  svg.append(...points.map(point));
  return svg;
}

function point({ row, across, up, count }) {
  const size = Math.min(7, 3 + Math.log10(count));
  const group = run.group[row];
  const shape =
    group === WRONG
      ? drawn("path", {
          d: `M${across - size} ${up - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`,
        })
      : drawn("circle", { cx: across, cy: up, r: size });
  const title = `${describe(row)}${count > 1 ? ` and ${whole(count - 1)} more here` : ""}`;
  // No link: thousands of them would stand in the way of the keyboard, which has the list below and the table.
  const open = () => choose({ claim: String(row) });
  return drawn("g", { class: GROUPS[group].key, onclick: open }, drawn("title", {}, title), shape);
}

/** A claim in one line. */
function describe(row) {
  const subject = [run.owner.at(row), words(run.metric.at(row)), run.period.at(row)]
    .filter(Boolean)
    .join(", ");
  return `${subject}: told ${told(row)}${isHeld(row) ? `, known ${known(row)}` : ""} (${verdictName(row)})`;
}

function legend(rows) {
  const groups = GROUPS.filter((_, group) => rows.some((row) => run.group[row] === group));
  return element(
    "ul",
    { class: "legend" },
    groups.map(({ key, name, sign }) =>
      element("li", { class: key }, element("span", { "aria-hidden": "true" }, sign), ` ${name}`),
    ),
  );
}

/** The table that says the same: the claims furthest from the line. */
function furthest(rows) {
  const worst = ordered(Uint32Array.from(rows), "-deviation").slice(0, 10);
  return element(
    "details",
    {},
    element("summary", {}, "The furthest from the known value"),
    element(
      "ol",
      {},
      [...worst].map((row) =>
        element(
          "li",
          {},
          element("a", { href: addressOf({ claim: String(row) }) }, describe(row)),
          ` ${deviation(row)}`,
        ),
      ),
    ),
  );
}
