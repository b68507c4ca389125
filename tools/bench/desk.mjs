// Times the review desk of a dataset in Chromium; started by tools/bench/desk. Times are medians over fresh pages.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { browser, desk, ready, until } from "./desk.mjs";

const out = process.argv[2];
const rounds = Number(process.env.ROUNDS);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const line = (what, numbers, budget) => console.log(`${what}: median ${Math.round(median(numbers))} ms, worst ${Math.round(Math.max(...numbers))} ms (budget ${budget} ms)`);

const chrome = await browser();
const server = await desk({ out });
const views = [], filters = [], pictures = [];
for (let round = 0; round < rounds; round++) {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 820 } });
  await page.goto(server.url);
  await ready(page);
  views.push(await page.evaluate(() => performance.getEntriesByName("muster-first-view")[0].startTime));
  await until(page, () => performance.getEntriesByType("resource").some((r) => r.name.includes("texts.js")));
  // From the click to the frame that shows its rows.
  for (const facet of ["measure", "service", "status", "certainty"])
    filters.push(await page.evaluate((name) => new Promise((done) => {
      const { rows } = window.musterDesk, choice = document.querySelector(`[data-choice^="${name}"]`);
      if (!choice) return done(0);
      const start = performance.now();
      choice.click();
      const look = () => (window.musterDesk.rows === rows ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - start)));
      requestAnimationFrame(look);
    }), facet));
  await page.close();
}
// Pictures of pages that nobody has asked for, straight from the server.
const query = "SELECT DISTINCT o.document_id || '/' || o.page FROM observations o JOIN documents d USING (document_id) WHERE o.page IS NOT NULL AND d.media_type = 'application/pdf' AND o.document_id NOT LIKE '%-%' ORDER BY 1 LIMIT 20";
for (const place of execFileSync("sqlite3", [path.join(out, "workforce.sqlite"), query]).toString().trim().split("\n")) {
  const start = performance.now();
  const answer = await fetch(`${server.url}pages/${place}.png?dpi=100`);
  await answer.arrayBuffer();
  if (answer.ok) pictures.push(performance.now() - start);
}
line("first view", views, 1000);
line("filter", filters, 100);
line(`picture of a page, cold, 100 dpi (${pictures.length} pages)`, pictures, 150);
await server.stop();
await chrome.close();
