// What a person decides about figures: kept by the server in the ledger, shown at once.
import { byId, el } from "./dom.js";

export const correctable = ["value", "value_upper", "status", "measure", "unit", "period", "service", "team", "role", "role_code", "grade", "worker_category", "breakdown", "qualifier", "area_code"];

const choicesOf = { measure: "measures", unit: "units", status: "statuses", service: "services", worker_category: "worker_categories" };

export class Decisions {
  constructor(figures, changed) {
    this.figures = figures;
    this.changed = changed; // rows whose state is new
    this.done = []; // orders that can be undone: ids
  }

  async send(rows, decision, more = {}) {
    const ids = rows.map((row) => this.figures.at("id", row));
    const response = await fetch("decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ids, decision, ...more }) });
    if (!response.ok) throw new Error(await response.text());
    const states = await response.json();
    this.figures.decide(Object.fromEntries(ids.map((id) => [id, states[id] ?? { review: "auto", decisions: [] }])));
    if (decision !== "withdraw") this.done.push(rows);
    this.changed(rows);
  }

  undo() {
    const rows = this.done.pop();
    return rows ? this.send(rows, "withdraw").then(() => rows) : Promise.resolve([]);
  }

  // Asks for the right content of a figure's cells; resolves to true when a correction was sent.
  correct(row) {
    const dialog = byId("correct");
    const fields = byId("correct-fields");
    const before = Object.fromEntries(correctable.map((name) => [name, String(this.figures.shown(name, row) ?? "")]));
    const inputs = correctable.map((name) => {
      const list = choicesOf[name] && el("datalist", { id: `choices-${name}` }, ...[...this.figures.vocabulary[choicesOf[name]].keys()].map((code) => el("option", { value: code })));
      const input = el("input", { value: before[name], autocomplete: "off", dataset: { name }, ...(name.startsWith("value") ? { inputMode: "decimal", pattern: "-?[0-9]*[.]?[0-9]*", title: "a number without separators" } : {}) });
      if (list) input.setAttribute("list", list.id);
      return el("label", {}, name.replaceAll("_", " "), input, list || "");
    });
    fields.replaceChildren(...inputs);
    byId("correct-note").value = "";
    dialog.returnValue = "cancel";
    dialog.showModal();
    fields.querySelector("input").select();
    return new Promise((resolve, reject) => {
      dialog.addEventListener("close", () => {
        if (dialog.returnValue !== "save") return resolve(false);
        const set = Object.fromEntries([...fields.querySelectorAll("input")].filter((i) => i.value.trim() !== before[i.dataset.name]).map((i) => [i.dataset.name, i.value.trim()]));
        if (!Object.keys(set).length) return resolve(false);
        this.send([row], "correct", { set, note: byId("correct-note").value }).then(() => resolve(true), reject);
      }, { once: true });
    });
  }
}
