/* Writes values as a person reads them, in the German or the English format. */

const FORMATS = {
  en: { locale: "en-GB", scales: ["tn", "bn", "m"], points: "pp", times: "times", to: "to" },
  de: { locale: "de-DE", scales: ["Bio.", "Mrd.", "Mio."], points: "Pp.", times: "mal", to: "bis" },
};
const SIZES = [1e12, 1e9, 1e6];
const HEDGES = { about: "≈", under: "<", over: ">", at_most: "≤", at_least: "≥" };
const RATES = new Set(["percent", "percentage_points"]);

let format = FORMATS.en;
let plain = new Intl.NumberFormat(format.locale, { maximumSignificantDigits: 6 });
let integer = new Intl.NumberFormat(format.locale);

function useFormat(name) {
  format = FORMATS[name];
  plain = new Intl.NumberFormat(format.locale, { maximumSignificantDigits: 6 });
  integer = new Intl.NumberFormat(format.locale);
}

function whole(number) {
  return integer.format(number);
}

function signed(number, text) {
  return number > 0 ? `+${text}` : text;
}

/** A number of six digits that count, with a true minus. */
function decimal(number) {
  return plain.format(number).replace("-", "−");
}

/** A value or a range with its scale and unit: `2.1 bn EUR`, `+8 %`, `1.2 to 1.4 m`. */
function amount(low, high, unit, change) {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const step = SIZES.findIndex((scale) => size >= scale);
  const divisor = step < 0 ? 1 : SIZES[step];
  const one = (value) =>
    change && unit !== "factor" ? signed(value, decimal(value / divisor)) : decimal(value / divisor);
  const units = { percent: "%", percentage_points: format.points, count: "", factor: format.times, XXX: "" };
  const parts = [low === high ? one(low) : `${one(low)} ${format.to} ${one(high)}`];
  if (step >= 0) parts.push(format.scales[step]);
  parts.push(units[unit] ?? unit);
  // No-break spaces: a number does not part from its unit at the end of a line.
  return parts.filter(Boolean).join("\u00a0");
}

/** What the text tells, with the sign of its hedge. */
function told(row) {
  if (run.low[row] === null || run.high[row] === null) return "";
  const value = amount(run.low[row], run.high[row], run.unit.at(row), run.kind.at(row) === "change");
  const hedge = HEDGES[run.qualifier.at(row)];
  return hedge ? `${hedge}\u00a0${value}` : value;
}

/** What is known. Where the units differ the record does not name the known one, its reason does. */
function known(row) {
  if (!isHeld(row)) return "";
  const unit = run.verdict.at(row) === "unit_error" ? "XXX" : run.unit.at(row);
  return amount(run.known_low[row], run.known_high[row], unit, run.kind.at(row) === "change");
}

/** Whether a claim was held against a known value. */
function isHeld(row) {
  return run.known_low[row] !== null && run.known_high[row] !== null && run.low[row] !== null;
}

/** How far the nearer end of what is told is from what is known, in the unit of the claim. */
function offBy(row) {
  const low = run.low[row] - run.known_low[row];
  const high = (run.high[row] ?? run.low[row]) - run.known_high[row];
  return Math.abs(low) <= Math.abs(high) ? low : high;
}

/** The same as a share of the known value; NaN where nothing was compared. */
function deviationOf(row) {
  if (!isHeld(row) || run.verdict.at(row) === "unit_error") return NaN;
  const size = Math.max(Math.abs(run.known_low[row]), Math.abs(run.known_high[row]));
  const off = offBy(row);
  return off === 0 ? 0 : off / size;
}

/** The deviation as it is shown: points for a rate, a factor for a wrong scale, else percent. */
function deviation(row) {
  const verdict = run.verdict.at(row);
  if (verdict === "unit_error") return "other unit";
  if (!isHeld(row)) return "";
  if (verdict === "sign_error") return "other sign";
  if (verdict === "scale_error") {
    const factor = Math.log10(Math.abs(run.low[row] / run.known_low[row]));
    const power = whole(10 ** Math.abs(Math.round(factor / 3) * 3));
    return factor > 0 ? `× ${power}` : `÷ ${power}`;
  }
  const share = run.deviation[row];
  if (share === 0) return "0";
  if (RATES.has(run.unit.at(row))) {
    const points = Number(offBy(row).toPrecision(3));
    return `${signed(points, decimal(points))}\u00a0${format.points}`;
  }
  if (!Number.isFinite(share)) return "from 0";
  const percent = Number((share * 100).toPrecision(2));
  return `${signed(percent, decimal(percent))}\u00a0%`;
}
