// Pictures of the whole: coverage, time, spread, findings. A click on any of them leads to its rows.
import uPlot from "uplot";
import { el } from "./dom.js";

// What is best known of several rows of one cell.
const rank = ["reported", "suppressed", "nil", "planned", "partly", "refused", "not_held", "not_available", "in_attachment", "published_elsewhere", "not_yet_available", "not_applicable", "unexplained", "unanswered"];

const best = (statuses) => [...statuses].sort((a, b) => (rank.indexOf(a) + 99) % 99 - (rank.indexOf(b) + 99) % 99)[0];

const grouped = (rows, key) => {
  const groups = new Map();
  for (const row of rows) {
    const k = key(row);
    if (groups.has(k)) groups.get(k).push(row);
    else groups.set(k, [row]);
  }
  return groups;
};

const select = (title, choices, chosen, changed) => {
  const box = el("select", {}, ...choices.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
  box.addEventListener("change", () => changed(box.value));
  return el("label", {}, `${title} `, box);
};

const measureLabel = (figures, measure) => figures.vocabulary.measures.get(measure) || measure;

// Council by measure; the number is how many figures, the colour how well the council answered.
export const coverage = (host, figures, rows, show) => {
  const measures = [...grouped(rows, (row) => figures.shown("measure", row))].sort((a, b) => b[1].length - a[1].length).map(([measure]) => measure);
  const councils = [...grouped(rows, (row) => figures.at("council", row))].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const head = el("tr", {}, el("th", { scope: "col" }, "Council"), ...measures.map((m) => el("th", { scope: "col", className: "tilted" }, el("span", {}, measureLabel(figures, m)))));
  const body = councils.map(([council, of]) => {
    const byMeasure = grouped(of, (row) => figures.shown("measure", row));
    return el("tr", {}, el("th", { scope: "row" }, council), ...measures.map((measure) => {
      const cell = byMeasure.get(measure);
      if (!cell) return el("td", { className: "none" }, el("span", { className: "unseen" }, "no figure"));
      const status = best(new Set(cell.map((row) => figures.shown("status", row))));
      const button = el("button", { type: "button", title: `${council}, ${measureLabel(figures, measure)}: ${cell.length} rows, ${status}` }, String(cell.length));
      button.addEventListener("click", () => show(cell));
      return el("td", { dataset: { status } }, button);
    }));
  });
  const legend = el("ul", { className: "legend" }, ...rank.filter((s) => rows.some((row) => figures.shown("status", row) === s)).map((s) => el("li", { dataset: { status: s } }, s.replaceAll("_", " "))));
  host.replaceChildren(el("h2", {}, "Coverage: figures by council and measure"), legend, el("div", { className: "scroll", attributes: { tabindex: "0", role: "region", "aria-label": "Coverage matrix" } }, el("table", { className: "matrix" }, el("thead", {}, head), el("tbody", {}, ...body))));
};

// The end of a period as seconds, for the axis of time; NaN when there is none.
const endOf = (period) => {
  const end = period.split("/").filter((p) => p !== "..").pop() ?? "";
  const [year, month, day] = end.split("-").map(Number);
  if (!year) return NaN;
  return Date.UTC(year, month ? month - (day ? 1 : 0) : 11, day ?? (month ? 0 : 31)) / 1000;
};

const plottable = (figures, row) => figures.shown("value", row) !== null && figures.shown("value", row) !== "" && figures.shown("status", row) === "reported" && !figures.at("repeats", row);

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  return { ink: style.getPropertyValue("--ink").trim(), line: style.getPropertyValue("--accent").trim(), faint: style.getPropertyValue("--rule").trim() };
};

// What must be equal for two figures to be points of one line: another unit or definition is another line.
const lineOf = (figures, row) => ["service", "team", "role", "grade", "worker_category", "unit", "breakdown", "definition"].map((name) => figures.shown(name, row)).filter(Boolean).join(", ") || "all";

const lines = (figures, rows) =>
  [...grouped(rows, (row) => lineOf(figures, row))]
    .map(([name, of]) => ({ name, points: of.map((row) => ({ row, at: endOf(figures.shown("period", row)), value: Number(figures.shown("value", row)) })).filter((p) => !Number.isNaN(p.at)).sort((a, b) => a.at - b.at) }))
    .filter((line) => line.points.length > 1)
    .sort((a, b) => b.points.length - a.points.length);

const smallMultiple = (council, line, show) => {
  const { ink, line: stroke, faint } = colours();
  const host = el("figure", {}, el("figcaption", {}, council, el("small", {}, line.name)));
  const axis = { stroke: ink, grid: { stroke: faint, width: 1 }, ticks: { stroke: faint }, font: "11px system-ui" };
  const plot = new uPlot({ width: 260, height: 150, legend: { show: false }, cursor: { drag: { x: false, y: false } }, scales: { y: { range: (u, low, high) => [Math.min(0, low), high * 1.1 || 1] } },
    axes: [{ ...axis, values: (u, ticks) => ticks.map((t) => new Date(t * 1000).getUTCFullYear()) }, { ...axis, size: 46 }],
    series: [{}, { stroke, width: 2, points: { show: true, size: 6 } }] }, [line.points.map((p) => p.at), line.points.map((p) => p.value)], host);
  plot.root.setAttribute("aria-hidden", "true");
  const words = el("button", { type: "button", className: "link" }, line.points.map((p) => p.value).join(" → "));
  words.addEventListener("click", () => show(line.points.map((p) => p.row)));
  host.append(words);
  return host;
};

const mostPlots = 60;
let timeMeasure = "";

export const overTime = (host, figures, rows, show) => {
  const usable = rows.filter((row) => plottable(figures, row));
  const byMeasure = [...grouped(usable, (row) => figures.shown("measure", row))].sort((a, b) => b[1].length - a[1].length);
  if (!byMeasure.some(([m]) => m === timeMeasure)) timeMeasure = byMeasure[0]?.[0] ?? "";
  const of = byMeasure.find(([m]) => m === timeMeasure)?.[1] ?? [];
  const all = [...grouped(of, (row) => figures.at("council", row))].sort((a, b) => (a[0] < b[0] ? -1 : 1)).flatMap(([council, mine]) => lines(figures, mine).map((line) => ({ council, line })));
  const chooser = select("Measure", byMeasure.map(([m, list]) => [m, `${measureLabel(figures, m)} (${list.length})`]), timeMeasure, (m) => {
    timeMeasure = m;
    overTime(host, figures, rows, show);
  });
  const note = all.length ? `${all.length} series of at least two figures with a period${all.length > mostPlots ? `; the first ${mostPlots} are drawn` : ""}. A change of unit or definition begins a series of its own.` : "No series of two figures with a period passes the filters.";
  host.replaceChildren(el("h2", {}, "Over time"), chooser, el("p", {}, note), el("div", { className: "multiples" }, ...all.slice(0, mostPlots).map(({ council, line }) => smallMultiple(council, line, show))));
};

const binCount = 20;
let spreadMeasure = "";

export const spread = (host, figures, rows, show) => {
  const usable = rows.filter((row) => plottable(figures, row));
  const groups = [...grouped(usable, (row) => `${figures.shown("measure", row)}\u0000${figures.shown("unit", row)}`)].sort((a, b) => b[1].length - a[1].length);
  if (!groups.some(([m]) => m === spreadMeasure)) spreadMeasure = groups[0]?.[0] ?? "";
  const of = groups.find(([m]) => m === spreadMeasure)?.[1] ?? [];
  const chooser = select("Measure", groups.map(([m, list]) => { const [measure, unit] = m.split("\u0000"); return [m, `${measureLabel(figures, measure)}, ${unit} (${list.length})`]; }), spreadMeasure, (m) => {
    spreadMeasure = m;
    spread(host, figures, rows, show);
  });
  const points = of.map((row) => ({ row, value: Number(figures.shown("value", row)) })).sort((a, b) => a.value - b.value);
  const [low, high] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 1];
  const width = (high - low) / binCount || 1;
  const binned = Array.from({ length: binCount }, (_, i) => points.filter((p) => Math.min(binCount - 1, Math.floor((p.value - low) / width)) === i));
  const tallest = Math.max(1, ...binned.map((b) => b.length));
  const bars = binned.map((bin, i) => {
    const bar = el("button", { type: "button", disabled: !bin.length, title: `${(low + i * width).toFixed(1)} to ${(low + (i + 1) * width).toFixed(1)}: ${bin.length}`, attributes: { "aria-label": `${(low + i * width).toFixed(1)} to ${(low + (i + 1) * width).toFixed(1)}: ${bin.length} figures` } });
    bar.style.height = `${(100 * bin.length) / tallest}%`;
    bar.addEventListener("click", () => show(bin.map((p) => p.row)));
    return bar;
  });
  const quarter = (share) => points[Math.floor(share * (points.length - 1))]?.value ?? 0;
  const reach = 1.5 * (quarter(0.75) - quarter(0.25));
  const outliers = points.filter((p) => p.value < quarter(0.25) - reach || p.value > quarter(0.75) + reach);
  const list = outliers.map((p) => {
    const link = el("button", { type: "button", className: "link" }, `${p.value}: ${figures.at("council", p.row)} ${figures.shown("team", p.row)} ${figures.shown("period", p.row)}`);
    link.addEventListener("click", () => show([p.row]));
    return el("li", {}, link);
  });
  host.replaceChildren(el("h2", {}, "Spread"), chooser, el("div", { className: "bars" }, ...bars), el("p", { className: "ends" }, el("span", {}, String(low)), el("span", {}, String(high))),
    el("h3", {}, `Beyond one and a half times the middle half: ${outliers.length}`), el("ul", {}, ...list));
};

export const findings = (host, figures, rows, show) => {
  const shown = new Set(rows);
  const byKind = [...grouped(figures.findings.filter((f) => !f.rows.length || f.rows.some((row) => shown.has(row))), (f) => f.kind)].sort((a, b) => b[1].length - a[1].length);
  const most = Math.max(1, ...byKind.map(([, list]) => list.length));
  const blocks = byKind.map(([kind, list]) => {
    const bar = el("span", { className: "bar" });
    bar.style.width = `${(100 * list.length) / most}%`;
    const items = list.map((f) => {
      const link = el("button", { type: "button", className: "link", disabled: !f.rows.length }, f.message);
      link.addEventListener("click", () => show(f.rows));
      return el("li", { className: f.severity }, link, f.explanation ? ` ${f.explanation}` : "");
    });
    return el("details", {}, el("summary", {}, `${kind.replaceAll("_", " ")} `, el("b", {}, String(list.length)), bar), el("ul", {}, ...items));
  });
  host.replaceChildren(el("h2", {}, "Findings by kind"), ...(blocks.length ? blocks : [el("p", {}, "No finding concerns the figures that pass the filters.")]));
};
