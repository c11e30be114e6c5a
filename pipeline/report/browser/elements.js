/* Builds elements. Texts of articles come in as text nodes only, so that nothing in them can act. */

function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A word that stands on paper for a choice on the screen. */
function onPaper(text) {
  return element("span", { class: "paper" }, text);
}

/** A text with some of its stretches marked; `marks` are `{start, end, node}` in their order. */
function marked(text, marks) {
  const pieces = [];
  let done = 0;
  for (const { start, end, wrap } of marks) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), wrap(text.slice(start, end)));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces;
}

/** The verdict of a claim as a badge. */
function badge(row) {
  const { key, sign } = GROUPS[run.group[row]];
  return element(
    "span",
    { class: `badge ${key}` },
    element("span", { "aria-hidden": "true" }, sign),
    verdictName(row),
  );
}

const sites = new Map();

/** The site of an address, or the text itself where it is none. */
function siteOf(source) {
  if (!sites.has(source)) {
    let site = source;
    try {
      site = new URL(source).hostname.replace(/^www\./, "") || source;
    } catch {
      // `annual report 2023`
    }
    sites.set(source, site);
  }
  return sites.get(source);
}

/** A link out of the page, where a text is the address of a web page and not one that runs something. */
function outside(address, text) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return text;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return text;
  return element("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text);
}
