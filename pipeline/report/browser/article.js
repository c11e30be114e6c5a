/* The article of a claim with all its claims marked, and what the record says of the one that was opened. */

/** The claims of a document in the order of its text. */
function claimsOf(article) {
  const rows = [];
  for (let row = 0; row < run.size; row += 1) if (run.document[row] === article) rows.push(row);
  return rows;
}

async function showArticle(row) {
  const dialog = document.getElementById("article");
  const article = run.document[row];
  const rows = claimsOf(article);
  const text = await textOf(article, rows);
  if (Number(state.claim) !== row || state.claim === "") return;
  const focused = document.activeElement?.dataset?.go;
  dialog.replaceChildren(
    element(
      "div",
      { class: "head" },
      element(
        "div",
        {},
        element("h2", { id: "article-title", tabindex: "-1" }, isolated(titleOf(article))),
        element("p", { class: "meta" }, facts(article)),
      ),
      element(
        "button",
        { type: "button", class: "close", "aria-label": "Close the article", onclick: () => dialog.close() },
        "✕",
      ),
    ),
    element(
      "div",
      { class: "turn" },
      turning("in this article", rows, row),
      turning("in the list", listed(), row),
    ),
    element(
      "div",
      { class: "body" },
      element(
        "div",
        { class: "text", lang: "de", tabindex: "0", role: "region", "aria-label": "Article" },
        text === null ? sentencesOf(rows, row) : wholeText(text, rows, row),
      ),
      element("aside", { "aria-label": "The claim" }, record(row)),
    ),
  );
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  (dialog.querySelector(`[data-go="${focused}"]:enabled`) ?? document.getElementById("article-title")).focus({
    preventScroll: true,
  });
}

/** Buttons to the claim before and after one, among some. */
function turning(where, rows, row) {
  const place = rows.indexOf(row);
  const go = (to, sign, name) =>
    element(
      "button",
      {
        type: "button",
        "aria-label": `${name} claim ${where}`,
        "data-go": `${name} ${where}`,
        disabled: place === NONE || to < 0 || to >= rows.length,
        onclick: () => choose({ claim: String(rows[to]) }),
      },
      sign,
    );
  const count =
    place === NONE ? `not ${where}` : `claim ${whole(place + 1)} of ${whole(rows.length)} ${where}`;
  return element(
    "div",
    { role: "group", "aria-label": `Claims ${where}` },
    go(place - 1, "‹", "Previous"),
    element("span", {}, count),
    go(place + 1, "›", "Next"),
  );
}

function facts(article) {
  const { date, source, url, name, duplicate_of: original } = run.documents;
  const parts = [
    date.at(article),
    name[article] === titleOf(article) ? null : isolated(name[article]),
    source.at(article) && isolated(source.at(article)),
    url.at(article) && outside(url.at(article), siteOf(url.at(article))),
    original.at(article) && isolated(`near copy of ${original.at(article)}`),
  ];
  return parts.filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part]));
}

/** A claim in a text: a link that opens what the record says of it. */
function claimMark(other, row) {
  return (piece) =>
    element(
      "mark",
      { class: GROUPS[run.group[other]].key },
      element(
        "a",
        {
          href: addressOf({ claim: String(other) }),
          "aria-current": other === row ? "true" : false,
          title: describe(other),
        },
        piece,
        isChecked() ? element("span", { class: "unseen" }, ` (${verdictName(other)})`) : null,
      ),
    );
}

function wholeText(text, rows, row) {
  const marks = rows
    .map((other) => ({
      start: run.start[other],
      end: run.start[other] + run.text.at(other).length,
      wrap: claimMark(other, row),
    }))
    .sort((a, b) => a.start - b.start);
  return marked(text, marks);
}

/** Without the article: its sentences that hold claims, in their order. */
function sentencesOf(rows, row) {
  const bySentence = new Map();
  for (const other of rows) {
    const text = run.sentence.at(other);
    if (!bySentence.has(text)) bySentence.set(text, []);
    bySentence.get(text).push(other);
  }
  const paragraphs = [...bySentence].map(([text, claims]) => {
    const marks = claims
      .filter((other) => run.place[other] !== NONE)
      .map((other) => ({
        start: run.place[other],
        end: run.place[other] + run.text.at(other).length,
        wrap: claimMark(other, row),
      }))
      .sort((a, b) => a.start - b.start);
    return element("p", {}, marked(text, marks));
  });
  return [
    element(
      "p",
      { class: "nothing" },
      "The article is not in this page; these are its sentences with claims.",
    ),
    ...paragraphs,
  ];
}

/** All that the record says, as a list of terms. */
function record(row) {
  const term = (name, value) =>
    value === null || value === undefined || value === ""
      ? []
      : [element("dt", {}, name), element("dd", {}, value)];
  const known_ = run.known_source.at(row);
  const [begin, end] = [run.period_start.at(row), run.period_end.at(row)];
  const days = begin && end ? (begin === end ? ` (${begin})` : ` (${begin} to ${end})`) : "";
  const reason = run.verdict_reason.at(row);
  return [
    isChecked() ? element("p", { class: "verdict" }, badge(row)) : null,
    reason ? element("p", { class: "reason" }, isolated(reason)) : null,
    element(
      "dl",
      {},
      term("told", `${told(row)}`),
      term("in the text", isolated(run.text.at(row))),
      term("known", known(row)),
      term("deviation", deviation(row)),
      term("published", known_ && outside(known_, siteOf(known_))),
      term("company", run.company.at(row) && isolated(run.company.at(row))),
      term("ISIN", run.company_id.at(row)),
      term("measured", measured(row)),
      term(
        "period",
        run.period.at(row) && `${run.period.at(row)}${days}${run.fiscal[row] ? ", fiscal" : ""}`,
      ),
      term("against", run.reference.at(row) && words(run.reference.at(row))),
      term("told as", words(run.status.at(row))),
      term("hedge", run.qualifier.at(row) === "exact" ? null : words(run.qualifier.at(row))),
      term("speaker", run.speaker.at(row) && isolated(run.speaker.at(row))),
      term("confidence", decimal(run.confidence[row] ?? 0)),
    ),
  ];
}
