// Opens finished HTML notices in Chromium at desktop, tablet and phone width and on paper, and fails where axe-core
// finds a violation of WCAG 2.2 AA, where a page is wider than its window, or where it fetches or runs anything.
//
//   cd tests/pages && npm install          (once; needs Node 20 and an installed Chromium)
//   node tests/pages/check.mjs out/NOTICE/NOTICE.html …
//
// CHROMIUM names the browser's program (default /usr/bin/chromium); SHOTS a folder for pictures and PDFs.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = [
  { name: "desktop", width: 1280, height: 900 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "phone", width: 360, height: 740 },
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node tests/pages/check.mjs FILE…");
  process.exit(2);
}
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let faults = 0;
const fault = (file, size, says) => {
  faults += 1;
  console.error(`${file} (${size}): ${says}`);
};

for (const file of files) {
  const address = pathToFileURL(resolve(file)).href;
  for (const { name, width, height } of sizes) {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (request.url() !== address) fault(file, name, `fetches ${request.url()}`);
    });
    await page.goto(address);
    if ((await page.locator("script").count()) > 0) fault(file, name, "has a script");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) fault(file, name, `is ${over} pixels wider than its window`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => window.axe.run(document, { runOnly: { type: "tag", values } }),
      rules,
    );
    for (const { id, help, nodes } of violations) {
      fault(file, name, `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    }
    if (shots) {
      await page.screenshot({ path: join(shots, `${basename(file, ".html")}-${name}.png`), fullPage: true });
      if (name === "desktop") {
        await page.pdf({ path: join(shots, `${basename(file, ".html")}.pdf`), preferCSSPageSize: true, printBackground: false });
      }
    }
    await context.close();
  }
  console.log(`${file}: looked at in ${sizes.length} sizes`);
}
await browser.close();
process.exit(faults > 0 ? 1 : 0);
