// The review desk and the static site, as a person meets them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { browser, choose, dataset, desk, open, ready, request, run, source, until, work } from "./desk.mjs";

const pdf = path.join(source, "corpus/agency-team/source/038-agency-team.pdf");
const hostile = `<html><title>x</title><body><h1>FOI response</h1><p>Newport City Council</p>
<p>1. How many social workers were in post on 31 March 2022 &lt;script&gt;window.hacked=1&lt;/script&gt; "it's"?</p><p>Response: There were 417 social workers in post. &lt;img src=x onerror=window.hacked=2&gt; \u202Eright to left\u202C ${"long ".repeat(2000)}</p></body></html>`;

let chrome, data, server, page;

before(async () => {
  data = dataset("desk", { "table.pdf": pdf, "hostile.html": hostile });
  chrome = await browser();
  server = await desk(data);
  page = await open(chrome, server.url);
});

after(async () => {
  await chrome?.close();
  await server?.stop();
});

const shown = () => page.evaluate(() => window.musterDesk.rows.length);
const count = () => page.evaluate(() => window.musterDesk.figures.count);

test("the desk opens with every figure, and a filter narrows them", async () => {
  assert.ok((await count()) > 5);
  assert.equal(await shown(), await count());
  await page.click('[data-choice^="measure"]');
  await until(page, () => window.musterDesk.rows.length < window.musterDesk.figures.count);
  await page.click("#clear");
  await until(page, () => window.musterDesk.rows.length === window.musterDesk.figures.count);
  assert.deepEqual(page.faults, []);
});

test("the search finds words of a quote and of the question that it answers", async () => {
  for (const words of ["417", "417 many"]) {
    await page.fill("#search", words);
    await until(page, () => window.musterDesk.rows.length < window.musterDesk.figures.count && [...window.musterDesk.rows].some((row) => window.musterDesk.figures.at("raw", row) === "417"));
    await page.click("#clear");
    await until(page, () => window.musterDesk.rows.length === window.musterDesk.figures.count);
  }
});

test("the outline stands over the figure on its page", async () => {
  const row = await page.evaluate(() => {
    const { figures } = window.musterDesk;
    for (let i = 0; i < figures.count; i++) if (figures.at("page", i) && /^[\d,.]{5,}$/.test(figures.at("raw", i))) return i;
    return -1;
  });
  const [raw, number] = await page.evaluate((i) => [window.musterDesk.figures.at("raw", i), window.musterDesk.figures.at("page", i)], row);
  await page.evaluate((i) => window.musterDesk.choose(i), row);
  await page.waitForSelector(".page[data-ready=yes] .own", { state: "attached" });
  const box = await page.$eval(".overlay .own", (node) => ["x", "y", "width", "height"].map((a) => Number(node.getAttribute(a))));
  const words = execFileSync("pdftotext", ["-bbox", "-f", String(number), "-l", String(number), pdf, "-"]).toString();
  const all = [...words.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)];
  const found = all.filter((m) => m[5] === raw);
  assert.ok(found.length > 0, `pdftotext knows no word ${raw}`);
  // A ruled cell's box is the cell: it holds the figure (within 2 points) and no other word.
  const inside = ([x0, y0, x1, y1]) => x0 > box[0] - 2 && x1 < box[0] + box[2] + 2 && y0 > box[1] - 2 && y1 < box[1] + box[3] + 2;
  const middle = ([x0, y0, x1, y1]) => [(x0 + x1) / 2, (y0 + y1) / 2, (x0 + x1) / 2, (y0 + y1) / 2];
  assert.ok(found.some((m) => inside(m.slice(1, 5).map(Number))), `${raw}: ${box} is not at ${found.map((m) => m.slice(1, 5))}`);
  const others = all.filter((m) => m[5] !== raw && inside(middle(m.slice(1, 5).map(Number)))).map((m) => m[5]);
  assert.deepEqual(others, []);
  // The picture is drawn to the same scale as the outlines.
  const view = await page.$eval(".overlay", (node) => node.getAttribute("viewBox").split(" ").map(Number));
  assert.ok(Math.abs(view[2] - 595) < 3 || Math.abs(view[2] - 842) < 3 || Math.abs(view[2] - 612) < 3, `width ${view[2]}`);
});

test("a click on another figure's outline chooses it", async () => {
  const before = await page.evaluate(() => window.musterDesk.current);
  await page.locator(".overlay .other").first().dispatchEvent("click");
  await until(page, (b) => window.musterDesk.current !== b, before);
});

test("hostile words of a document are shown as words", async () => {
  await choose(page, "417");
  await page.waitForSelector(".passage .own");
  assert.match(await page.textContent(".passage"), /<img src=x onerror=window\.hacked=2>/);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.deepEqual(page.faults, []);
});

test("a figure is corrected by keyboard, and the next build applies it", async () => {
  await choose(page, "417");
  await page.keyboard.press("c");
  await page.waitForSelector("#correct[open]");
  await page.keyboard.type("471");
  await page.keyboard.press("Enter");
  await until(page, () => window.musterDesk.figures.columns.review.list.some((r, code) => r === "corrected" && window.musterDesk.figures.columns.review.codes.includes(code)));
  const ledger = fs.readFileSync(path.join(data.out, "corrections.jsonl"), "utf8");
  assert.equal(JSON.parse(ledger).set.value, "471");
  assert.equal(JSON.parse(ledger).by, "Ann");
  // The desk started again knows it; the dataset built again has it.
  await server.stop();
  server = await desk(data);
  await page.goto(server.url);
  await ready(page);
  const row = await choose(page, "417");
  assert.equal(await page.evaluate((r) => window.musterDesk.figures.value(r), row), "471");
  data.build();
  const built = fs.readFileSync(path.join(data.out, "observations.csv"), "utf8").split("\n").find((line) => line.includes("corrected"));
  assert.ok(built.includes(",471,") && built.includes("417"), built);
});

test("undo takes a decision back, and keys move through the figures", async () => {
  await page.evaluate(() => window.musterDesk.choose(window.musterDesk.rows[0]));
  const first = await page.evaluate(() => window.musterDesk.current);
  await page.keyboard.press("a");
  await until(page, (f) => window.musterDesk.figures.at("review", f) === "accepted" && window.musterDesk.current !== f, first);
  await page.keyboard.press("u");
  await until(page, (f) => window.musterDesk.figures.at("review", f) !== "accepted", first);
});

test("all that pass the filters are accepted at once, with their number shown first", async () => {
  const open = await page.evaluate(() => [...window.musterDesk.rows].filter((r) => !["accepted", "corrected", "rejected"].includes(window.musterDesk.figures.at("review", r))).length);
  await page.click("#accept-all");
  assert.ok((await page.textContent("#sure-words")).startsWith(`${open} figures`));
  await page.click("#sure .main");
  await until(page, () => [...window.musterDesk.rows].every((r) => ["accepted", "corrected", "rejected"].includes(window.musterDesk.figures.at("review", r))));
});

test("two people who decide differently are shown as a conflict", async () => {
  const other = await desk(data, "Bob");
  const second = await open(chrome, other.url);
  await choose(second, "417");
  await second.keyboard.press("r");
  await until(second, () => window.musterDesk.figures.at("review", window.musterDesk.figures.columns.raw.plain.indexOf("417")) === "conflict");
  await second.close();
  await other.stop();
  assert.match(run("ledger", "status", data.out), /in conflict/);
});

test("only the desk's own page is answered", async () => {
  const { origin, host, pathname } = new URL(server.url);
  const status = async (...args) => (await request(...args)).statusCode;
  assert.equal(await status(server.url), 200);
  assert.equal(await status(`${origin}/`), 404);
  assert.equal(await status(`${origin}/data/observations.js`), 404);
  assert.equal(await status(server.url, { Host: "evil.example" }), 403);
  assert.equal(await status(server.url, { Origin: "http://evil.example" }), 403);
  assert.equal(await status(server.url, { "Sec-Fetch-Site": "cross-site" }), 403);
  const order = JSON.stringify({ ids: ["x"], decision: "accept" });
  assert.equal(await status(`${server.url}decisions`, {}, "POST", order), 403);
  assert.equal(await status(`${server.url}decisions`, { Origin: "http://evil.example" }, "POST", order), 403);
  assert.equal(await status(`${server.url}decisions`, { Origin: `http://${host}` }, "POST", order), 422);
  assert.equal(await status(`${origin}${pathname}pages/..%2f..%2fetc%2fpasswd/1.png`), 404);
  const policy = (await request(server.url)).headers["content-security-policy"];
  assert.match(policy, /default-src 'none'/);
});

const axe = fs.readFileSync(path.join(path.dirname(new URL(import.meta.url).pathname), "node_modules/axe-core/axe.min.js"), "utf8");

for (const [name, options] of [["wide and light", {}], ["narrow", { viewport: { width: 390, height: 800 } }], ["dark", { colorScheme: "dark" }]])
  test(`the desk is accessible: ${name}`, async () => {
    const shownPage = await open(chrome, server.url, options);
    await shownPage.evaluate(() => window.musterDesk.choose(window.musterDesk.rows[0]));
    await shownPage.waitForSelector(".page, .passage");
    const session = await shownPage.context().newCDPSession(shownPage);
    await session.send("Page.setBypassCSP", { enabled: true });
    await shownPage.evaluate(axe);
    const serious = [];
    for (const view of ["figures", "coverage", "time", "spread", "findings"]) {
      await shownPage.click(`[data-view=${view}]`);
      const { violations } = await shownPage.evaluate(() => window.axe.run());
      for (const v of violations) if (["serious", "critical"].includes(v.impact)) serious.push(`${view}: ${v.id} ${v.nodes[0].html.slice(0, 200)}`);
    }
    const wide = await shownPage.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.deepEqual(serious, []);
    assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
    await shownPage.close();
  });

// A page whose letters can be told from its picture: how many of the pixels of a box are dark.
const darkness = (reader, address, [x0, y0, x1, y1]) => reader.evaluate(async ([url, box]) => {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const scale = 100 / 72;
  const [x, y, w, h] = [box[0] * scale, box[1] * scale, (box[2] - box[0]) * scale, (box[3] - box[1]) * scale].map(Math.round);
  const { data } = context.getImageData(x, y, w, h);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) dark += data[i] < 64;
  return dark / (data.length / 4);
}, [address, [x0, y0, x1, y1]]);

test("a PDF in an archive has its pictures; names are blacked out where the dataset is redacted", async () => {
  const text = ["Freedom of information request", "1. How many vacancies did you have on 31 March 2021?", "Response: There were 417 vacancies.", "Yours sincerely", "Ann Other"];
  const lines = text.map((words, i) => `1 0 0 1 50 ${700 - 60 * i} Tm (${words}) Tj`).join(" ");
  const stream = `BT /F1 12 Tf ${lines} ET`;
  const letter = path.join(work, "letter.pdf");
  fs.writeFileSync(letter, `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`);
  const name = [...execFileSync("pdftotext", ["-bbox", letter, "-"]).toString().matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Other</g)][0].slice(1, 5).map(Number);
  const archive = path.join(work, "replies.zip");
  fs.rmSync(archive, { force: true });
  execFileSync("python3", ["-c", "import sys, zipfile; zipfile.ZipFile(sys.argv[1], 'w').write(sys.argv[2], 'letter.pdf')", archive, letter]);
  fs.rmSync(path.join(work, "names"), { recursive: true, force: true });
  const packed = dataset("packed", { "replies.zip": archive });
  const look = async () => {
    const own = await desk(packed);
    const reader = await open(chrome, own.url);
    await choose(reader, "417");
    await reader.waitForSelector(".page[data-ready=yes]");
    const dark = await darkness(reader, await reader.getAttribute(".page img", "src"), name);
    await reader.close();
    await own.stop();
    return dark;
  };
  assert.match(fs.readFileSync(path.join(packed.out, "occurrences.csv"), "utf8"), /replies\.zip!\/letter\.pdf/);
  assert.ok((await look()) < 0.5);
  assert.throws(() => run("site", packed.out, "-o", path.join(work, "names"), "--redact"));
  run("build", packed.input, "-o", packed.out, "--redact");
  assert.ok((await look()) > 0.95);
  run("site", packed.out, "-o", path.join(work, "names"), "--redact");
  assert.equal(fs.readdirSync(path.join(work, "names", "pages")).length, 1);
});

test("the site keeps its size budget", async () => {
  const folder = path.join(work, "budget");
  fs.rmSync(folder, { recursive: true, force: true });
  run("site", data.out, "-o", folder);
  const size = (part) => execFileSync("du", ["-sb", path.join(folder, part)]).toString().split("\t")[0] / 1e3;
  const pictures = fs.readdirSync(path.join(folder, "pages")).reduce((n, d) => n + fs.readdirSync(path.join(folder, "pages", d)).length, 0);
  assert.ok(pictures > 0 && size("pages") / pictures < 250, `${size("pages") / pictures} kB a picture`);
});

test("the site opens from a folder of files, with its pictures", async () => {
  const folder = path.join(work, "site");
  fs.rmSync(folder, { recursive: true, force: true });
  run("site", data.out, "-o", folder);
  const away = [];
  const read = await chrome.newPage();
  read.on("request", (r) => r.url().startsWith("file:") || r.url().startsWith("data:") || away.push(r.url()));
  await read.goto(`file://${folder}/index.html`);
  await ready(read);
  const row = await read.evaluate(() => {
    const { figures } = window.musterDesk;
    for (let i = 0; i < figures.count; i++) if (figures.at("page", i)) return i;
    return -1;
  });
  await read.evaluate((r) => window.musterDesk.choose(r), row);
  await read.waitForSelector(".page[data-ready=yes]");
  assert.equal(await read.isVisible("#accept-all"), false);
  assert.equal(await read.locator(".decide").count(), 0);
  assert.deepEqual(away, []);
});
