// What the page knows: columns of all figures as lists and codes, documents, findings, decisions. Loaded as scripts, so that the same
// page works from a server and from a folder of files.

const waiting = new Map();
const arrived = new Map();

window.musterLoad = (name, value) => {
  arrived.set(name, value);
  waiting.get(name)?.(value);
};

// Resolves to the value that a script hands over under this name; rejects when the script cannot be loaded.
export const load = (path, name) =>
  new Promise((resolve, reject) => {
    if (arrived.has(name)) return resolve(arrived.get(name));
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = path;
    script.onerror = () => reject(new Error(`${path} could not be loaded`));
    document.head.append(script);
  });

export const arrivedValue = (name) => arrived.get(name);

// Codes from [code, how often, code, how often, …].
const expanded = (runs, count) => {
  const codes = new Uint32Array(count);
  for (let at = 0, i = 0; i < runs.length; i += 2) codes.fill(runs[i], at, (at += runs[i + 1]));
  return codes;
};

// One column: `at(i)` is its content in row i; coded columns have `list` and `codes`.
const coded = (list, codes) => ({ list, codes, at: (i) => list[codes[i]] });
const column = (raw, count) => (Array.isArray(raw) ? { plain: raw, at: (i) => raw[i] } : coded(raw.list, raw.runs ? expanded(raw.runs, count) : Uint32Array.from(raw.codes)));
const columnsOf = ({ count, columns }) => Object.fromEntries(Object.entries(columns).map(([name, raw]) => [name, column(raw, count)]));

const bins = [
  [0.9, "0.9 and above"],
  [0.7, "0.7 to 0.9"],
  [0.5, "0.5 to 0.7"],
  [0, "under 0.5"],
];

// A further coded column, worked out from a row's number.
const derived = (count, of) => {
  const list = [];
  const known = new Map();
  const codes = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const content = of(i);
    if (!known.has(content)) known.set(content, list.push(content) - 1);
    codes[i] = known.get(content);
  }
  return coded(list, codes);
};

const decided = new Set(["accepted", "corrected", "rejected"]);

export class Figures {
  constructor() {
    const observations = arrivedValue("observations");
    this.count = observations.count;
    this.columns = columnsOf(observations);
    this.rowOf = new Map(this.columns.id.plain.map((id, i) => [id, i]));
    this.documents = new Map(arrivedValue("documents").map(([id, source, publisher, type, reference, date, title, media, pages]) => [id, { id, source, publisher, type, reference, date, title, media, pages: Number(pages) }]));
    this.findings = arrivedValue("findings").map(([id, document, kind, severity, message, explanation, ids, expected, found, page, table]) => ({ id, document, kind, severity, message, explanation, rows: ids.split(";").map((o) => this.rowOf.get(o.trim())).filter((r) => r !== undefined), expected, found, page, table }));
    this.findingsOf = new Map();
    for (const f of this.findings) for (const row of f.rows) this.findingsOf.set(row, [...(this.findingsOf.get(row) ?? []), f]);
    this.vocabulary = Object.fromEntries(Object.entries(arrivedValue("vocabulary")).map(([name, rows]) => [name, new Map(rows)]));
    const desk = arrivedValue("desk");
    this.reviewer = desk.reviewer;
    this.sample = new Set(arrivedValue("sample"));
    this.states = new Map();
    this.answers = new Map(); // "document question" -> words
    this.derive();
    this.decide(desk.decisions);
    this.order = this.worstFirst();
  }

  // Fetches what the first view does without: quotes, printed values and places of all figures, and the answers.
  fetchPlaces() {
    this.places ??= load("data/texts.js", "places").then((places) => {
      Object.assign(this.columns, columnsOf(places));
      for (const [, document, question, asked, answer] of arrivedValue("answers")) this.answers.set(`${document} ${question}`, `${asked} ${answer}`.toLowerCase());
    });
    return this.places;
  }

  // Question and answer that a row stands in, in lower case; "" when it stands in none, or they have not come yet.
  answerOf(row) {
    return this.answers.get(`${this.at("document", row)} ${this.at("question", row)}`) ?? "";
  }

  at(name, row) {
    return this.columns[name].at(row);
  }

  derive() {
    const { count } = this;
    const publisherOf = (i) => this.documents.get(this.at("document", i)).publisher;
    this.columns.council = derived(count, (i) => this.at("area", i) || publisherOf(i) || "not said");
    this.columns.certainty = derived(count, (i) => bins.find(([least]) => this.at("confidence", i) >= least)[1]);
    this.columns.finding = derived(count, (i) => this.findingsOf.get(i)?.[0].kind ?? "none");
    this.columns.sample = derived(count, (i) => (this.sample.has(this.at("id", i)) ? "drawn" : "not drawn"));
    this.columns.built = coded(this.columns.review.list, this.columns.review.codes.slice());
  }

  // Lays the states of some rows, by id, over what the build says.
  decide(states) {
    const review = this.columns.review;
    for (const [id, state] of Object.entries(states)) {
      const row = this.rowOf.get(id);
      if (row === undefined) continue;
      this.states.set(row, state);
      const now = state.review === "auto" && !decided.has(this.at("built", row)) ? this.at("built", row) : state.review;
      let code = review.list.indexOf(now);
      if (code < 0) code = review.list.push(now) - 1;
      review.codes[row] = code;
    }
  }

  // Whether a person has said what becomes of the row.
  isDecided(row) {
    return decided.has(this.at("review", row));
  }

  // What stands in a cell now: a correction not yet built into the dataset comes first.
  shown(name, row) {
    const set = this.states.get(row)?.set;
    return set && name in set ? set[name] : this.at(name, row);
  }

  value(row) {
    const lower = this.shown("value", row);
    const upper = this.shown("value_upper", row);
    if ((lower === null || lower === "") && (upper === null || upper === "")) return "";
    if (upper === null || upper === "" || Number(upper) === Number(lower)) return String(lower);
    return `${lower ?? ""}–${upper}`;
  }

  // Rows that most need eyes first: findings, conflicts and flags, then low confidence; the order of the document among equals.
  worstFirst() {
    const weight = { error: 3, warning: 2, info: 0.5 };
    const need = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) {
      need[i] = 1 - this.at("confidence", i);
      for (const f of this.findingsOf.get(i) ?? []) need[i] += weight[f.severity] ?? 0;
      if (["conflict", "flagged", "needs_review"].includes(this.at("review", i))) need[i] += 4;
    }
    return Uint32Array.from(need.keys()).sort((a, b) => need[b] - need[a] || a - b);
  }
}
