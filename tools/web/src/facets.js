// The lists of choices beside the grid.
import { facets } from "./filter.js";
import { el } from "./dom.js";

const shortList = 8;
const open = new Set(); // facets whose whole list is shown

const label = (figures, name, content) => {
  if (name === "measure") return figures.vocabulary.measures.get(content) || content;
  return content === "" ? "not said" : content;
};

export const drawFacets = (host, figures, filter, counts, changed) => {
  const focused = document.activeElement?.dataset?.choice;
  host.replaceChildren(
    ...facets.filter(([name]) => name !== "sample" || figures.sample.size).map(([name, title]) => {
      const { list } = figures.columns[name];
      const into = counts.get(name);
      const chosen = filter.chosen.get(name) ?? new Set();
      const choices = list
        .map((content, code) => ({ content, count: into[code], chosen: chosen.has(content) }))
        .filter((choice) => choice.count || choice.chosen)
        .sort((a, b) => b.chosen - a.chosen || b.count - a.count || (a.content < b.content ? -1 : 1));
      const shown = open.has(name) ? choices : choices.slice(0, shortList);
      const items = shown.map(({ content, count, chosen: on }) => {
        const box = el("input", { type: "checkbox", checked: on, dataset: { choice: `${name}\u0000${content}` } });
        box.addEventListener("change", () => {
          filter.toggle(name, content);
          changed();
        });
        return el("li", {}, el("label", {}, box, el("span", { className: "what" }, label(figures, name, content)), el("span", { className: "count" }, count.toLocaleString("en"))));
      });
      const more = choices.length > shortList && el("button", { type: "button", className: "more", dataset: { choice: `${name}\u0000\u0000more` } }, open.has(name) ? "fewer" : `${choices.length - shortList} more`);
      if (more)
        more.addEventListener("click", () => {
          if (!open.delete(name)) open.add(name);
          changed();
        });
      return el("fieldset", {}, el("legend", {}, title), el("ul", {}, ...items), more || "");
    }),
  );
  if (focused) [...host.querySelectorAll("[data-choice]")].find((node) => node.dataset.choice === focused)?.focus();
};
