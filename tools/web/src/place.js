// Where a figure stands: its page as a picture with outlines over it, or its passage in the text.
import { el, svg } from "./dom.js";
import { load } from "./data.js";

const pictureDpi = 100;
const pointsPerInch = 72;
const ownMargin = 1; // points round the figure's box, so that its outline does not cover the figure
const passageReach = 2500; // characters of text on either side of a figure

const parseBox = (text) => {
  const [x0, y0, x1, y1] = text.split(" ").map(Number);
  return text ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : null;
};

const rect = (box, kind, title) => {
  const node = svg("rect", { ...box, class: kind });
  if (title) node.append(svg("title", {}, title));
  return node;
};

// Cells of the figure's table: those of its row, its column, and the rest.
const tableCells = (figures, row, cells) => {
  const table = figures.at("table", row);
  if (!table) return [];
  const [r, c] = [figures.at("row", row), figures.at("column", row)];
  return cells
    .filter(([id]) => id === table)
    .map(([, cr, cc, rowspan, colspan, kind, page, box, text]) => {
      const sameRow = cr <= r && r < cr + rowspan;
      const sameColumn = cc <= c && c < cc + colspan;
      const heads = (sameRow && kind === "row_header") || (sameColumn && kind === "column_header");
      return { kind: heads ? "head" : "cell", page: Number(page), box: parseBox(box), text };
    })
    .filter((cell) => cell.box);
};

const rowsOfDocument = (figures, document) => {
  const found = [];
  for (let i = 0; i < figures.count; i++) if (figures.at("document", i) === document) found.push(i);
  return found;
};

const drawPage = (figures, row, document, content, choose) => {
  const page = figures.at("page", row);
  const own = parseBox(figures.at("box", row));
  const image = el("img", { alt: `Page ${page} of ${document.source}`, src: `pages/${document.id}/${page}.png${location.protocol === "file:" ? "" : `?dpi=${pictureDpi}`}` });
  const overlay = svg("svg", { class: "overlay", "aria-hidden": "true" });
  const frame = el("div", { className: "page", attributes: { tabindex: "0", role: "group", "aria-label": `Page ${page}` } }, el("div", { className: "sheet" }, image, overlay));
  image.addEventListener("error", () => frame.replaceWith(drawText(figures, row, content, choose, "The page's picture is not at hand; this is its text.")));
  image.addEventListener("load", () => {
    const scale = pointsPerInch / pictureDpi;
    overlay.setAttribute("viewBox", `0 0 ${image.naturalWidth * scale} ${image.naturalHeight * scale}`);
    for (const cell of tableCells(figures, row, content.cells)) if (cell.page === page) overlay.append(rect(cell.box, cell.kind, cell.text));
    for (const other of rowsOfDocument(figures, document.id)) {
      const box = other !== row && figures.at("page", other) === page && parseBox(figures.at("box", other));
      if (!box) continue;
      const mark = rect(box, "other", `${figures.at("measure", other)}: ${figures.at("raw", other)}`);
      mark.addEventListener("click", () => choose(other));
      overlay.append(mark);
    }
    if (own) overlay.append(rect({ x: own.x - ownMargin, y: own.y - ownMargin, width: own.width + 2 * ownMargin, height: own.height + 2 * ownMargin }, "own", figures.at("raw", row)));
    frame.dataset.ready = "yes";
    overlay.querySelector(".own")?.scrollIntoView({ block: "center", inline: "center" });
  });
  return frame;
};

// The passage round the figure, its quote and its neighbours' marked.
const drawText = (figures, row, content, choose, hint = "") => {
  const letters = Array.from(content.text); // offsets count code points
  const [start, end] = [figures.at("quote_start", row), figures.at("quote_end", row)];
  if (start === null) return el("p", { className: "hint" }, "The figure has no place in the text.");
  const from = Math.max(0, start - passageReach);
  const to = Math.min(letters.length, end + passageReach);
  const marks = rowsOfDocument(figures, figures.at("document", row))
    .map((i) => ({ row: i, start: figures.at("quote_start", i), end: figures.at("quote_end", i) }))
    .filter((m) => m.start !== null && m.row !== row && m.start >= from && m.end <= to && (m.end <= start || m.start >= end));
  marks.push({ row, start, end });
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  const passage = el("div", { className: "passage", attributes: { tabindex: "0", role: "group", "aria-label": "Passage of the text" } });
  let at = from;
  for (const m of marks) {
    if (m.start < at) continue;
    passage.append(letters.slice(at, m.start).join(""));
    const mark = el("mark", { className: m.row === row ? "own" : "other" }, letters.slice(m.start, m.end).join(""));
    if (m.row !== row) mark.addEventListener("click", () => choose(m.row));
    passage.append(mark);
    at = m.end;
  }
  passage.append(letters.slice(at, to).join(""));
  requestAnimationFrame(() => passage.querySelector(".own")?.scrollIntoView({ block: "center" }));
  return el("div", { className: "text" }, hint && el("p", { className: "hint" }, hint), passage);
};

const detailNames = [
  ["council", "Council"], ["service", "Service"], ["team", "Team"], ["role", "Role"], ["grade", "Grade"], ["worker_category", "Workers"],
  ["measure", "Measure"], ["unit", "Unit"], ["breakdown", "Breakdown"], ["period", "Period"], ["asked_period", "Asked for"], ["status", "Status"],
  ["qualifier", "Qualifier"], ["legal_reference", "Law"], ["definition", "Definition"], ["basis", "Basis"], ["question", "Question"], ["value_extracted", "Was read as"],
];

const details = (figures, row) =>
  el("dl", { className: "details" }, ...detailNames.flatMap(([name, title]) => {
    const content = figures.shown(name, row);
    return content ? [el("div", {}, el("dt", {}, title), el("dd", {}, String(content)))] : [];
  }));

const findingsOf = (figures, row, choose) =>
  (figures.findingsOf.get(row) ?? []).map((f) =>
    el("details", { className: `finding ${f.severity}`, open: true },
      el("summary", {}, `${f.kind.replaceAll("_", " ")}: ${f.message}`),
      f.explanation && el("p", {}, f.explanation),
      el("p", {}, ...f.rows.filter((other) => other !== row).flatMap((other) => {
        const link = el("button", { type: "button", className: "link" }, `${figures.at("raw", other)} (${figures.at("team", other) || figures.at("measure", other)})`);
        link.addEventListener("click", () => choose(other));
        return [link, " "];
      }))));

const history = (figures, row) => {
  const said = figures.states.get(row)?.decisions ?? [];
  return said.length && el("ul", { className: "history" }, ...said.map((d) =>
    el("li", {}, `${d.by}, ${d.at.slice(0, 16).replace("T", " ")}: ${d.decision}${d.set ? " " + Object.entries(d.set).map(([k, v]) => `${k} = ${v}`).join(", ") : ""}${d.note ? ` (${d.note})` : ""}`)));
};

let asked = 0;

// Shows a figure's place. `buttons` are the ways to decide.
export const showPlace = async (host, figures, row, choose, buttons) => {
  const ticket = ++asked;
  await figures.fetchPlaces();
  if (ticket !== asked) return;
  const document = figures.documents.get(figures.at("document", row));
  const page = figures.at("page", row);
  const where = page ? `page ${page}` : "text";
  const head = el("div", { className: "head" },
    el("h2", {}, `${figures.value(row) || figures.at("raw", row)} `, el("span", {}, figures.vocabulary.measures.get(figures.shown("measure", row)) || figures.shown("measure", row))),
    el("p", { className: "where" }, `${document.source}, ${where}`),
    buttons, details(figures, row), ...findingsOf(figures, row, choose), history(figures, row) || "");
  const content = await load(`data/documents/${document.id}.js`, `document:${document.id}`);
  if (ticket !== asked) return;
  const picture = page && figures.at("box", row) ? drawPage(figures, row, document, content, choose) : drawText(figures, row, content, choose);
  host.replaceChildren(head, picture);
};
