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
  run() {
    const { figures } = this;
    const masks = [...this.masks()].map(([name, mask]) => ({ name, mask, codes: figures.columns[name].codes }));
    const hit = this.found();
    const counts = new Map(facets.map(([name]) => [name, new Uint32Array(figures.columns[name].list.length)]));
    const counted = facets.map(([name]) => ({ name, codes: figures.columns[name].codes, into: counts.get(name) }));
    const rows = [];
    for (const row of figures.order) {
      if (hit && !hit[row]) continue;
      if (this.rows && !this.rows.has(row)) continue;
      let missed = 0;
      let misses = "";
      for (const { name, mask, codes } of masks)
        if (!mask[codes[row]]) {
          missed++;
          misses = name;
          if (missed > 1) break;
        }
      if (missed > 1) continue;
      if (missed === 0) rows.push(row);
      for (const { name, codes, into } of counted) if (missed === 0 || name === misses) into[codes[row]]++;
    }
    return { rows, counts };
  }
}
