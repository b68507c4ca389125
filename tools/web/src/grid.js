// The grid of figures: one page of rows at a time, taken from the filtered rows in memory.
import { TabulatorFull as Tabulator } from "tabulator-tables";

const pageSize = 100;
const rowHeight = 26; // pixels: one line of text

const columns = [
  { title: "Council", field: "council", width: 140 },
  { title: "Measure", field: "measure", width: 118 },
  { title: "Value", field: "value", width: 78, hozAlign: "right" },
  { title: "Unit", field: "unit", width: 76 },
  { title: "Period", field: "period", width: 108 },
  { title: "Service", field: "service", width: 74 },
  { title: "Team", field: "team", width: 120 },
  { title: "Role", field: "role", width: 120 },
  { title: "Status", field: "status", width: 96 },
  { title: "Sure", field: "confidence", width: 60, hozAlign: "right" },
  { title: "Findings", field: "finding", width: 110 },
  { title: "Review", field: "review", width: 92 },
];

export const sortChoices = [["eyes", "what most needs eyes"], ["document", "document"], ...columns.map((c) => [c.field, c.title.toLowerCase()])];

export class Grid {
  // `pages` takes the buttons that turn pages.
  constructor(host, pages) {
    this.figures = null; // given when they have come: the empty grid is built in the meantime
    this.chosen = () => {};
    this.rows = new Uint32Array();
    this.current = -1;
    this.ready = new Promise((resolve) => {
      this.table = new Tabulator(host, {
        height: "100%",
        rowHeight, // given, not measured: measuring every row takes longer than all else
        renderVerticalBuffer: 4 * rowHeight, // drawn beyond what is seen
        layout: "fitData",
        selectableRows: false,
        index: "row",
        columns: columns.map((c) => ({ ...c, headerSort: false, resizable: "header" })),
        pagination: true,
        paginationMode: "remote",
        paginationSize: pageSize,
        paginationButtonCount: 3,
        paginationElement: pages,
        ajaxURL: "memory",
        ajaxRequestFunc: (url, config, { page = 1 }) => Promise.resolve(this.page(page)),
        dataLoader: false,
        placeholder: "No figure passes the filters.",
        rowFormatter: (row) => this.dress(row),
      });
      this.table.on("tableBuilt", () => {
        // The grid's parts that stand between a grid and its row groups are nothing to a screen reader.
        for (const part of host.querySelectorAll(".tabulator-header, .tabulator-table")) part.setAttribute("role", "presentation");
        host.querySelector(".tabulator-tableholder").setAttribute("role", "rowgroup"); // it takes the focus, to be scrolled by keys
        host.setAttribute("aria-label", "Figures");
        resolve();
      });
      this.table.on("rowClick", (event, row) => this.chosen(row.getData().row));
    });
  }

  // The figures to show; chosen(row) is called when a person picks a row.
  serve(figures, chosen) {
    this.figures = figures;
    this.chosen = chosen;
  }

  cells(row) {
    const { figures } = this;
    const text = (name) => figures.shown(name, row) ?? "";
    return {
      row,
      council: text("council"),
      service: text("service"),
      team: text("team"),
      role: text("role"),
      measure: text("measure"),
      period: text("period"),
      value: figures.value(row),
      unit: text("unit"),
      status: text("status"),
      confidence: figures.at("confidence", row).toFixed(2),
      finding: figures.findingsOf.has(row) ? figures.at("finding", row) : "",
      review: text("review"),
    };
  }

  page(number) {
    const first = (number - 1) * pageSize;
    return { last_page: Math.max(1, Math.ceil(this.rows.length / pageSize)), data: Array.from(this.rows.subarray(first, first + pageSize), (row) => this.cells(row)) };
  }

  dress(row) {
    const { row: number, review, status } = row.getData();
    const node = row.getElement();
    node.classList.toggle("current", number === this.current);
    node.setAttribute("aria-selected", String(number === this.current));
    node.dataset.review = review;
    node.dataset.status = status;
  }

  show(rows) {
    this.rows = rows;
    return this.table.setData("memory");
  }

  // Moves the mark, turning the page when the row stands on another one.
  async mark(row) {
    const before = this.current;
    this.current = row;
    const at = this.rows.indexOf(row);
    if (at >= 0 && this.table.getPage() !== Math.floor(at / pageSize) + 1) await this.table.setPage(Math.floor(at / pageSize) + 1);
    for (const number of [before, row]) {
      const shown = number >= 0 && this.table.getRow(number);
      if (shown) this.dress(shown);
    }
    if (at >= 0) this.table.scrollToRow(row, "nearest", false).catch(() => {});
  }

  // Draws the cells of some rows again.
  refresh(rows) {
    const shown = new Set(this.table.getRows().map((r) => r.getData().row));
    return this.table.updateData(rows.filter((row) => shown.has(row)).map((row) => this.cells(row)));
  }
}

// The filtered rows in another order.
export const sorted = (figures, rows, by) => {
  if (by === "eyes") return rows;
  if (by === "document") return rows.slice().sort();
  const key = by === "value" || by === "confidence" ? (row) => figures.shown(by, row) ?? -Infinity : (row) => String(figures.shown(by, row) ?? "");
  const keys = new Map(Array.from(rows, (row) => [row, key(row)]));
  return rows.slice().sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : keys.get(a) > keys.get(b) ? 1 : a - b));
};
