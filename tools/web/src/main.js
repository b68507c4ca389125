// The desk: filters on the left, figures in the middle, their place on the right.
import "uplot/dist/uPlot.min.css";
import "tabulator-tables/dist/css/tabulator_simple.min.css";
import "./desk.css";
import { Figures, load } from "./data.js";
import { Filter } from "./filter.js";
import { drawFacets } from "./facets.js";
import { Grid, sortChoices, sorted } from "./grid.js";
import { showPlace } from "./place.js";
import { Decisions } from "./decide.js";
import { coverage, findings, overTime, spread } from "./charts.js";
import { byId, el } from "./dom.js";

const pictures = { coverage, time: overTime, spread, findings };

class Desk {
  constructor(figures, grid) {
    this.figures = figures;
    this.filter = new Filter(figures);
    this.rows = new Uint32Array(); // those that pass the filters, in the order chosen
    this.view = "figures";
    this.by = "eyes";
    this.grid = grid;
    grid.serve(figures, (row) => this.choose(row));
    this.decisions = new Decisions(figures, (rows) => this.decided(rows));
  }

  async start() {
    byId("sort").replaceChildren(...sortChoices.map(([value, label]) => el("option", { value }, label)));
    this.listen();
    await this.refresh();
    performance.mark("muster-first-view");
    await this.figures.fetchPlaces().catch(() => {});
    if (this.filter.words) await this.refresh();
  }

  listen() {
    const on = (id, event, run) => byId(id).addEventListener(event, run);
    let pause;
    on("search", "input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        this.filter.words = byId("search").value;
        this.refresh();
      }, 120);
    });
    on("clear", "click", () => {
      this.filter.clear();
      byId("search").value = "";
      this.refresh();
    });
    on("sort", "change", () => {
      this.by = byId("sort").value;
      this.refresh();
    });
    on("accept-all", "click", () => this.acceptAll());
    on("keys", "click", () => byId("help").showModal());
    byId("key-list").replaceChildren(...Object.entries(keyMeanings).flatMap(([key, words]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)]));
    for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => this.turn(button.dataset.view));
    document.addEventListener("keydown", (event) => this.key(event));
    if (!this.figures.reviewer) byId("accept-all").hidden = true;
  }

  refresh() {
    performance.mark("muster-filter-start");
    const { rows, counts } = this.filter.run();
    this.rows = sorted(this.figures, rows, this.by);
    drawFacets(byId("facet-lists"), this.figures, this.filter, counts, () => this.refresh());
    this.summary();
    if (this.view !== "figures") this.picture();
    return this.grid.show(this.rows).then(() => performance.measure("muster-filter", "muster-filter-start"));
  }

  summary() {
    const done = this.rows.reduce((n, row) => n + (this.figures.isDecided(row) ? 1 : 0), 0);
    const n = (count) => count.toLocaleString("en");
    byId("summary").textContent = `${n(this.rows.length)} of ${n(this.figures.count)} figures, ${n(done)} decided, ${n(this.figures.documents.size)} documents${this.figures.reviewer ? `; you are ${this.figures.reviewer}` : ""}`;
  }

  turn(view) {
    this.view = view;
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    byId("figures").hidden = view !== "figures";
    byId("place").hidden = view !== "figures";
    byId("picture").hidden = view === "figures";
    document.body.dataset.showing = view;
    if (view !== "figures") this.picture();
  }

  picture() {
    pictures[this.view](byId("picture"), this.figures, [...this.rows], (rows) => this.showRows(rows));
  }

  // Narrows the grid to some rows, as a chart or a finding asks.
  showRows(rows) {
    this.filter.clear();
    byId("search").value = "";
    this.filter.rows = new Set(rows);
    this.turn("figures");
    this.refresh().then(() => this.choose(rows[0]));
  }

  async choose(row) {
    if (row === undefined || row < 0) return;
    await this.grid.mark(row);
    await showPlace(byId("place"), this.figures, row, (other) => this.choose(other), this.buttons(row));
  }

  get current() {
    return this.grid.current;
  }

  step(by) {
    const at = this.rows.indexOf(this.current);
    const next = this.rows[Math.min(this.rows.length - 1, Math.max(0, at + by))];
    return this.choose(next);
  }

  buttons(row) {
    if (!this.figures.reviewer) return "";
    const button = (key, words, run) => {
      const node = el("button", { type: "button", title: `key ${key}` }, words, el("kbd", {}, key));
      node.addEventListener("click", run);
      return node;
    };
    return el("div", { className: "decide", attributes: { role: "group", "aria-label": "Decide" } },
      button("a", "Accept ", () => this.decide("accept")), button("c", "Correct ", () => this.correct(row)),
      button("r", "Reject ", () => this.decide("reject")), button("f", "Flag ", () => this.decide("flag")), button("u", "Undo ", () => this.undo()));
  }

  tell(fault) {
    byId("summary").textContent = `Not saved: ${fault.message}`;
  }

  async decide(decision) {
    if (this.current < 0 || !this.figures.reviewer) return;
    try {
      await this.decisions.send([this.current], decision);
      await this.step(1);
    } catch (fault) {
      this.tell(fault);
    }
  }

  async correct(row) {
    if (row < 0 || !this.figures.reviewer) return;
    try {
      if (await this.decisions.correct(row)) await this.step(1);
    } catch (fault) {
      this.tell(fault);
    }
  }

  async undo() {
    try {
      const rows = await this.decisions.undo();
      if (rows.length) await this.choose(rows[0]);
    } catch (fault) {
      this.tell(fault);
    }
  }

  acceptAll() {
    const open = [...this.rows].filter((row) => !this.figures.isDecided(row));
    const dialog = byId("sure");
    byId("sure-words").textContent = `${open.length.toLocaleString("en")} figures that pass the filters and are not decided yet will be accepted in your name. One undo takes all of it back.`;
    dialog.returnValue = "cancel";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "yes" && open.length) this.decisions.send(open, "accept").catch((fault) => this.tell(fault));
    }, { once: true });
  }

  decided(rows) {
    this.summary();
    this.grid.refresh(rows);
    if (rows.includes(this.current)) this.choose(this.current);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
    const run = keys[event.key];
    if (!run || this.view !== "figures") return;
    event.preventDefault();
    run(this);
  }
}

const keys = {
  a: (desk) => desk.decide("accept"),
  c: (desk) => desk.correct(desk.current),
  r: (desk) => desk.decide("reject"),
  f: (desk) => desk.decide("flag"),
  u: (desk) => desk.undo(),
  n: (desk) => desk.step(1),
  p: (desk) => desk.step(-1),
  j: (desk) => desk.step(1),
  k: (desk) => desk.step(-1),
  A: (desk) => desk.acceptAll(),
  "/": () => byId("search").focus(),
  "?": () => byId("help").showModal(),
};

const keyMeanings = {
  a: "accept, and go to the next", c: "correct", r: "reject, and go to the next", f: "flag, and go to the next", u: "undo",
  "n or j": "next", "p or k": "previous", A: "accept all shown", "/": "search", "?": "these keys",
};

const start = async () => {
  const data = [load("data/observations.js", "observations"), load("data/decisions.js", "desk")];
  const grid = new Grid(byId("grid"), byId("pages"));
  await Promise.all([...data, grid.ready]);
  const desk = new Desk(new Figures(), grid);
  window.musterDesk = desk;
  await desk.start();
};

start().catch((fault) => {
  byId("summary").textContent = `The desk could not start: ${fault.message}`;
});
