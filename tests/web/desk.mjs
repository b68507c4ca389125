// Starting the program and a browser for the tests.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

export const muster = process.env.MUSTER;
export const source = path.resolve(process.env.MUSTER_SOURCE);
export const work = path.resolve(process.env.MUSTER_WORK);

export const run = (...args) => execFileSync(muster, args, { stdio: ["ignore", "pipe", "pipe"] }).toString();

export const browser = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"] });

// A folder with these files (name -> text or path of a file to copy), and the dataset made of it.
export const dataset = (name, files) => {
  const root = path.join(work, name);
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(path.join(root, "in"), { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    if (content.startsWith("/")) fs.copyFileSync(content, path.join(root, "in", file));
    else fs.writeFileSync(path.join(root, "in", file), content);
  }
  const build = () => run("build", path.join(root, "in"), "-o", path.join(root, "out"));
  build();
  return { root, input: path.join(root, "in"), out: path.join(root, "out"), build };
};

// The review desk of a dataset: its address, and the way to end it.
export const desk = (data, reviewer = "Ann") =>
  new Promise((resolve, reject) => {
    const child = spawn(muster, ["review", data.out, "--as", reviewer], { stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stderr.on("data", (chunk) => (words += chunk));
    child.on("exit", (code) => reject(new Error(`muster review ended with ${code}: ${words}`)));
    child.stdout.on("data", (chunk) => resolve({ url: chunk.toString().trim(), stop: () => new Promise((done) => { child.removeAllListeners("exit"); child.on("exit", done); child.kill("SIGINT"); }) }));
  });

// Waits until a condition holds in the page. (The page's own policy forbids what playwright's waitForFunction does.)
export const until = async (page, condition, argument) => {
  const deadline = Date.now() + 30000;
  while (!(await page.evaluate(condition, argument))) {
    if (Date.now() > deadline) throw new Error(`never: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const ready = (page) => until(page, () => performance.getEntriesByName("muster-first-view").length > 0);

// A page of the desk, ready; faults of its scripts are collected.
export const open = async (chrome, url, options = {}) => {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 820 }, ...options });
  page.faults = [];
  page.on("pageerror", (fault) => page.faults.push(fault.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(url);
  await ready(page);
  return page;
};

// Chooses the figure with this printed value.
export const choose = async (page, raw) => {
  await page.evaluate(() => window.musterDesk.figures.fetchPlaces());
  const row = await page.evaluate((wanted) => window.musterDesk.figures.columns.raw.plain.indexOf(wanted), raw);
  if (row < 0) throw new Error(`no figure is printed as ${raw}`);
  await page.evaluate((r) => window.musterDesk.choose(r), row);
  return row;
};

export const request = (url, headers = {}, method = "GET", body = "") =>
  new Promise((resolve, reject) => {
    const call = http.request(url, { method, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response));
    });
    call.on("error", reject);
    call.end(body);
  });
