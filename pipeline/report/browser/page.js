/* Begins: unpacks the data, fills the filters, and shows what the address asks for. */

const form = document.getElementById("filters");
const cards = document.getElementById("cards");
const WAIT = 150;

let printing = false;
const view = { overview: "", table: "", rows: new Uint32Array() };

/** The claims of the table in their order, on all its pages. */
function listed() {
  return view.rows;
}

/** Shows the view that `state` describes; what is shown already stays, and with it the place of the keyboard. */
function show() {
  fillForm();
  const overview = addressOf({ claim: "", page: "", size: "", order: "" }) + format.locale;
  const table = `${addressOf({ claim: "" })} ${format.locale} ${printing}`;
  if (table !== view.table) {
    const rows = selected(state);
    if (overview !== view.overview) showOverview(rows);
    view.rows = ordered(rows, state.order);
    showTable(view.rows, printing ? PRINTED : Number(state.size) || Number(DEFAULTS.size));
    Object.assign(view, { overview, table });
  }
  const dialog = document.getElementById("article");
  const row = state.claim === "" ? NONE : Number(state.claim);
  if (Number.isInteger(row) && row >= 0 && row < run.size) showArticle(row).catch(failed);
  else if (dialog.open) dialog.close();
}

function showOverview(rows) {
  showCards();
  showGroups(rows);
  showMetrics(rows);
  showScatter(rows);
  showGrowth(rows);
  const empty = document.getElementById("empty");
  empty.hidden = rows.length > 0;
  empty.textContent = run.size ? "No claim fits these filters." : "There are no claims in this run.";
  document.getElementById("overview").hidden = !rows.length;
  form.hidden = !run.size;
}

/** The cards count the whole run and choose what the table shows. */
function showCards() {
  const counts = [0, 0, 0, 0];
  for (const group of run.group) counts[group] += 1;
  for (const [group, card] of [...cards.children].entries()) {
    const button = card.firstElementChild;
    button.setAttribute("aria-pressed", String(state.verdict === GROUPS[group].key));
    button.querySelector("strong").textContent = whole(counts[group]);
    card.hidden = !counts[group] && (!isChecked() || group === UNCHECKED);
  }
  const documents = run.documents.name.length;
  document.getElementById("about").textContent =
    `${counted(run.size, "claim")} in ${counted(documents, "article")}`;
}

function option(value, text, count) {
  return element("option", { value }, count === undefined ? text : `${text} (${whole(count)})`);
}

/** Offers what there is to choose from, with how often it is there. */
function offer() {
  const all = Uint32Array.from({ length: run.size }, (_, row) => row);
  const choices = (of, name = words) =>
    countBy(all, of)
      .sort((a, b) => b.total - a.total)
      .map((count) => option(count.name, name(count.name), count.total));
  const verdicts = Object.keys(VERDICTS);
  const counts = Object.fromEntries(
    countBy(all, (row) => run.verdict.at(row)).map(({ name, total }) => [name, total]),
  );
  const byGroup = GROUPS.map(({ key, name }, group) => {
    const inside = verdicts.filter((verdict) => VERDICTS[verdict].group === group && counts[verdict]);
    const total = run.group.reduce((sum, other) => sum + (other === group ? 1 : 0), 0);
    if (!total) return [];
    if (inside.length < 2) return [option(key, name, total)];
    const each = inside.map((verdict) => option(verdict, VERDICTS[verdict].name, counts[verdict]));
    return [element("optgroup", { label: name }, option(key, `all ${name}`, total), each)];
  });
  const { verdict, metric, status, outlet } = form.elements;
  verdict.replaceChildren(option("", "all"), ...byGroup.flat());
  metric.replaceChildren(option("", "all"), ...choices(GROUPINGS.metric.of));
  status.replaceChildren(option("", "all"), ...choices((row) => run.status.at(row)));
  outlet.replaceChildren(option("", "all"), ...choices(GROUPINGS.outlet.of, String).slice(0, 500));
  verdict.parentElement.hidden = !isChecked();
  outlet.parentElement.hidden = run.documents.outlet.values.length < 2;
  const names = countBy(all, GROUPINGS.owner.of)
    .sort((a, b) => b.total - a.total)
    .slice(0, 1000);
  document
    .getElementById("companies")
    .replaceChildren(...names.map(({ name }) => element("option", { value: name })));
  const periods = [...run.period.values].sort().reverse().slice(0, 1000);
  document.getElementById("periods").replaceChildren(...periods.map((value) => element("option", { value })));
}

function fillForm() {
  for (const control of form.elements) {
    if (control.name && control !== document.activeElement) control.value = state[control.name];
  }
  // Chosen in the overview and not in the form: told beside it, where it can be undone.
  const chosen = ["document", "known"]
    .filter((name) => state[name])
    .map((name) =>
      element(
        "button",
        { type: "button", onclick: () => choose({ [name]: "" }) },
        `${GROUPINGS[name].name}: ${state[name]} ✕`,
      ),
    );
  document.getElementById("also").replaceChildren(...chosen);
}

function failed(error) {
  const trouble = document.getElementById("trouble");
  trouble.textContent = `The page cannot show its claims: ${error.message}`;
  trouble.hidden = false;
}

function listen() {
  let waiting = 0;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => choose({ [target.name]: target.value.trim() }),
      target.tagName === "INPUT" ? WAIT : 0,
    );
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => choose(Object.fromEntries(FILTERS.map((name) => [name, ""]))));
  for (const [group, card] of [...cards.children].entries()) {
    const { key } = GROUPS[group];
    card.firstElementChild.addEventListener("click", () =>
      choose({ verdict: state.verdict === key ? "" : key }),
    );
  }
  const locale = document.getElementById("locale");
  locale.value = navigator.language.startsWith("de") ? "de" : "en";
  useFormat(locale.value);
  locale.addEventListener("change", () => {
    useFormat(locale.value);
    offer();
    show();
  });
  const scheme = document.getElementById("scheme");
  scheme.addEventListener("change", () => {
    document.documentElement.style.colorScheme = scheme.value;
  });
  const dialog = document.getElementById("article");
  dialog.addEventListener("close", () => {
    if (state.claim) choose({ claim: "" });
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("list").focus();
  });
  addEventListener("hashchange", () => {
    readState();
    show();
  });
  addEventListener("beforeprint", () => {
    printing = true;
    show();
  });
  addEventListener("afterprint", () => {
    printing = false;
    show();
  });
}

async function begin() {
  if (typeof DecompressionStream === "undefined")
    throw new Error("this browser is too old to unpack them (Chromium 80, Firefox 113, Safari 16.4 can)");
  await readRun();
  listen();
  offer();
  readState();
  show();
  document.documentElement.dataset.ready = "true";
}

begin().catch(failed);
