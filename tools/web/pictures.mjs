// Takes the pictures of a dataset's review desk; started by tools/web/pictures.
import path from "node:path";
import { browser, desk, open } from "./desk.mjs";

const [, , out, pictures] = process.argv;
const chrome = await browser();
const server = await desk({ out });
const page = await open(chrome, server.url, { viewport: { width: 1280, height: 760 } });
await page.evaluate(() => window.musterDesk.choose(window.musterDesk.rows[0])); // what most needs eyes
await page.waitForSelector(".page[data-ready=yes] .own", { state: "attached" });
await page.screenshot({ path: path.join(pictures, "review-desk.png") });
await page.click("[data-view=coverage]");
await page.waitForSelector("#picture table");
await page.screenshot({ path: path.join(pictures, "coverage.png") });
await server.stop();
await chrome.close();
