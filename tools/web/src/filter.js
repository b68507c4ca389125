// Filters over coded columns: which rows pass, and how many rows each choice of a facet would show.

export const facets = [
  ["council", "Council"],
  ["service", "Service"],
  ["measure", "Measure"],
  ["period", "Period"],
  ["status", "Status"],
  ["certainty", "Confidence"],
  ["finding", "Findings"],
  ["review", "Review"],
  ["sample", "Sample"],
];

export class Filter {
  constructor(figures) {
    this.figures = figures;
    this.chosen = new Map(); // column -> Set of contents
    this.words = "";
    this.rows = null; // a finding's rows, a click's rows: Set or null
  }

  toggle(name, content) {
    const set = this.chosen.get(name) ?? new Set();
    if (!set.delete(content)) set.add(content);
    if (set.size) this.chosen.set(name, set);
    else this.chosen.delete(name);
  }

  clear() {
    this.chosen.clear();
    this.words = "";
    this.rows = null;
  }

  // For each column with a choice: 1 for the codes that pass.
  masks() {
    const masks = new Map();
    for (const [name, contents] of this.chosen) {
      const { list } = this.figures.columns[name];
      masks.set(name, Uint8Array.from(list, (content) => (contents.has(content) ? 1 : 0)));
    }
    return masks;
  }

  // Rows whose quote, printed value, question or answer (once these are there), team, role or council has all the words. Null: no words.
  found() {
    const wanted = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    if (!wanted.length) return null;
    const { figures } = this;
    const hit = new Uint8Array(figures.count);
    const searched = ["quote", "raw", "team", "role", "council"].filter((name) => name in figures.columns);
    for (let i = 0; i < figures.count; i++) {
      const text = searched.map((name) => figures.at(name, i)).join(" ").toLowerCase();
      const answer = figures.answerOf(i);
      hit[i] = wanted.every((word) => text.includes(word) || answer.includes(word)) ? 1 : 0;
    }
    return hit;
  }

  // { rows: those that pass, in the desk's order; counts: Map facet -> counts by code }. A facet's own choice does not narrow its counts.
  // Plain loops over typed arrays: this runs over every figure at every click.
  run() {
    const { figures } = this;
    const masks = [...this.masks()].map(([name, mask]) => ({ name, mask, codes: figures.columns[name].codes }));
    const hit = this.found();
    const counted = facets.map(([name]) => ({ name, codes: figures.columns[name].codes, into: new Uint32Array(figures.columns[name].list.length) }));
    const ownMask = counted.map(({ name }) => masks.findIndex((m) => m.name === name));
    const rows = new Uint32Array(figures.count);
    let passed = 0;
    for (let i = 0; i < figures.count; i++) {
      const row = figures.order[i];
      if ((hit && !hit[row]) || (this.rows && !this.rows.has(row))) continue;
      let missed = -1; // the one mask that it does not pass
      let misses = 0;
      for (let m = 0; m < masks.length && misses < 2; m++)
        if (!masks[m].mask[masks[m].codes[row]]) {
          missed = m;
          misses++;
        }
      if (misses > 1) continue;
      if (misses === 0) rows[passed++] = row;
      for (let c = 0; c < counted.length; c++) if (misses === 0 || ownMask[c] === missed) counted[c].into[counted[c].codes[row]]++;
    }
    return { rows: rows.subarray(0, passed), counts: new Map(counted.map(({ name, into }) => [name, into])) };
  }
}
