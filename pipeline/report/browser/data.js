/* Unpacks what lies packed in the page, and gives it out by row: a row is a claim, told by its number. */

const NONE = -1;

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** Reads the data in an element as pipeline/report/packing.py has put it there: base64 of gzip of JSON. */
async function unpack(id) {
  const bytes = bytesOf(document.getElementById(id).textContent);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** A column of texts: each distinct text once in `values`, its number in `index` for each row. */
class Texts {
  constructor({ values, index }) {
    this.values = values;
    this.index = index;
  }

  at(row) {
    return this.values[this.index[row]] ?? null;
  }
}

/** All that the page knows: columns of claims by name, and columns of documents under `documents`. */
const run = { size: 0, documents: {} };

/** Fills `run`, and tells of each claim what its verdict comes to and how far it is from the known value. */
async function readRun() {
  const [claims, articles] = await Promise.all([unpack("data-claims"), unpack("data-articles")]);
  const withTexts = (columns) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        Array.isArray(column) ? column : new Texts(column),
      ]),
    );
  Object.assign(run, withTexts(claims), articles, { documents: withTexts(articles.documents) });
  run.size = run.document.length;
  const groups = run.verdict.values.map(groupOf);
  run.group = Uint8Array.from(run.verdict.index, (verdict) =>
    verdict === NONE ? UNCHECKED : groups[verdict],
  );
  run.deviation = Float64Array.from(run.low, (_, row) => deviationOf(row));
}

const blocks = new Map();

/**
 * The text of an article, unpacked with its block on first use; null where the page does not have it. What lies
 * there is what is left of it without the sentences of its claims, which come from the claims.
 */
async function textOf(article, rows) {
  const block = run.documents.block[article];
  if (block === NONE) return null;
  if (!blocks.has(block)) blocks.set(block, unpack(`block-${block}`));
  const stretches = (await blocks.get(block))[run.documents.slot[article]];
  if (stretches.length === 1) return stretches[0];
  const sentences = new Map(
    rows
      .filter((row) => run.place[row] !== NONE)
      .map((row) => [run.start[row] - run.place[row], run.sentence.at(row)]),
  );
  const inOrder = [...sentences].sort(([one], [other]) => one - other).map(([, sentence]) => sentence);
  return stretches.map((stretch, i) => stretch + (inOrder[i] ?? "")).join("");
}

/** The headline of an article, or its name. */
function titleOf(article) {
  return run.documents.title.at(article) ?? run.documents.name[article];
}
