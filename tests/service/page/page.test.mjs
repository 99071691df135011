// SPDX-License-Identifier: GPL-3.0-or-later
// What a visitor's browser makes of the public page: run by page_browser_test.cpp, which starts the page and leaves its
// documents in PAGE_FILES. Pictures of what was seen go to PAGE_PICTURES.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";

const files = process.env.PAGE_FILES;
const pictures = process.env.PAGE_PICTURES;
const given = JSON.parse(readFileSync(join(files, "page.json"), "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const screens = { desktop: { width: 1280, height: 800 }, telephone: { width: 360, height: 740 } };
const languages = {
  es: {
    start: "/", certificate: "/certificado?codigo=", field: "Código de verificación", lookUp: "Consultar",
    file: "Documento electrónico o imagen escaneada", check: "Comprobar",
    inForce: "Auténtico y vigente", annulled: "Anulado", unknown: "No es un código nuestro", altered: "Alterado",
    seal: "El sello es auténtico: compare los datos", unreadable: "No se pudo leer", tooLarge: "demasiado grande",
    failed: "No se pudo completar la consulta",
  },
  en: {
    start: "/en", certificate: "/en/certificate?code=", field: "Verification code", lookUp: "Look up",
    file: "Electronic document or scanned picture", check: "Check",
    inForce: "Authentic and in force", annulled: "Annulled", unknown: "Not a code of ours", altered: "Altered",
    seal: "The seal is authentic: compare the details", unreadable: "It could not be read", tooLarge: "too large",
    failed: "The question could not be answered",
  },
};

let browser;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(() => browser.close());

/** A page whose complaints are collected: errors of its script, what its policy stopped, and requests to others. */
async function visitor(screen, options = {}) {
  const context = await browser.newContext({ viewport: screens[screen], ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser itself notes the status of answers such as "unknown".
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(given.url + "/")) complaints.push("asks elsewhere: " + request.url());
  });
  return { context, page, complaints };
}

async function headingOf(page) {
  await page.locator("h1").waitFor();
  return (await page.locator("h1").innerText()).trim();
}

/** Nothing that the rules of WCAG 2.2 AA find, nothing wider than the screen; a picture for people. */
async function looksWell(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`), [], name);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(width[0] <= width[1], `${name}: ${width[0]} wide on a screen of ${width[1]}`);
  await page.screenshot({ path: join(pictures, name + ".png"), fullPage: true });
}

for (const [screen] of Object.entries(screens))
  for (const [language, words] of Object.entries(languages))
    describe(`${screen}, ${language}`, () => {
      const name = (what) => `${screen}-${language}-${what}`;

      test("the start is calm and says what to do", async () => {
        const { context, page, complaints } = await visitor(screen);
        await page.goto(given.url + words.start);
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await looksWell(page, name("start"));
        await page.getByRole("link", { name: language === "es" ? "English" : "Español" }).click();
        assert.equal(await page.locator("html").getAttribute("lang"), language === "es" ? "en" : "es");
        assert.deepEqual(await context.cookies(), []);
        assert.deepEqual(complaints, []);
        await context.close();
      });

      for (const [what, code, heading] of [
        ["authentic", given.code, words.inForce],
        ["annulled", given.annulled, words.annulled],
        ["unknown", "7KQM-2F9X-TD4A", words.unknown],
      ])
        test(`a code that is ${what}`, async () => {
          const { context, page, complaints } = await visitor(screen);
          await page.goto(given.url + words.start);
          await page.getByLabel(words.field).fill(code);
          await page.getByRole("button", { name: words.lookUp }).click();
          await page.waitForURL("**" + words.certificate.split("?")[0] + "**");
          assert.equal(await headingOf(page), heading);
          if (what === "authentic") assert.ok((await page.locator("dl").innerText()).includes(given.number));
          await looksWell(page, name("code-" + what));
          assert.deepEqual(complaints, []);
          await context.close();
        });

      for (const [what, file, heading] of [
        ["authentic", "autentico.pdf", words.inForce],
        ["altered", "alterado.pdf", words.altered],
        ["annulled", "anulado.pdf", words.annulled],
        ["photograph", "fotografia.jpg", words.seal],
        ["garbage", "carta.pdf", words.unreadable],
      ])
        test(`a file that is ${what}`, async () => {
          const { context, page, complaints } = await visitor(screen);
          await page.goto(given.url + words.start);
          await page.getByLabel(words.file).setInputFiles(join(files, file));
          await page.getByRole("button", { name: words.check, exact: true }).click();
          await page.locator(".verdict").waitFor({ timeout: 120000 });
          assert.equal(await headingOf(page), heading);
          assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "the verdict is read aloud");
          assert.ok((await page.title()).startsWith(heading));
          await looksWell(page, name("file-" + what));
          assert.deepEqual(complaints, []);
          await context.close();
        });

      test("a file that is huge is not even sent", async () => {
        const { context, page, complaints } = await visitor(screen);
        const sent = [];
        page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
        await page.goto(given.url + words.start);
        await page.getByLabel(words.file).setInputFiles(join(files, "enorme.pdf"));
        assert.ok((await page.getByRole("status").innerText()).includes(words.tooLarge));
        await page.getByRole("button", { name: words.check, exact: true }).click();
        await looksWell(page, name("file-huge"));
        assert.deepEqual(sent, []);
        assert.deepEqual(complaints, []);
        await context.close();
      });

      test("without script it does the same", async () => {
        const { context, page } = await visitor(screen, { javaScriptEnabled: false });
        await page.goto(given.url + words.start);
        assert.equal(await page.locator(".drop-hint").isVisible(), false);
        await page.getByLabel(words.field).fill(given.annulled);
        await page.getByRole("button", { name: words.lookUp }).click();
        assert.equal(await headingOf(page), words.annulled);
        for (const [file, heading] of [["alterado.pdf", words.altered], ["enorme.pdf", words.failed],
          ["autentico.pdf", words.inForce]]) {
          await page.getByLabel(words.file).setInputFiles(join(files, file));
          await page.getByRole("button", { name: words.check, exact: true }).click();
          await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor({ timeout: 120000 });
        }
        await context.close();
      });
    });

test("the keyboard alone is enough", async () => {
  const { context, page } = await visitor("desktop");
  await page.goto(given.url + "/");
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "codigo");
  await page.keyboard.type(given.code);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/certificado**");
  assert.equal(await headingOf(page), "Auténtico y vigente");
  await context.close();
});

test("a file is dropped", async () => {
  const { context, page, complaints } = await visitor("desktop");
  await page.goto(given.url + "/");
  const content = readFileSync(join(files, "autentico.pdf")).toString("base64");
  const transfer = await page.evaluateHandle((octets) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(atob(octets), (each) => each.charCodeAt(0))], "a.pdf", { type: "application/pdf" }));
    return carried;
  }, content);
  await page.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
  await page.getByRole("button", { name: "Comprobar", exact: true }).click();
  await page.locator(".verdict").waitFor({ timeout: 120000 });
  assert.equal(await headingOf(page), "Auténtico y vigente");
  // The forms that came with the answer work as the first ones did.
  await page.getByLabel("Documento electrónico o imagen escaneada").setInputFiles(join(files, "alterado.pdf"));
  await page.getByRole("button", { name: "Comprobar", exact: true }).click();
  await page.getByRole("heading", { name: "Alterado" }).waitFor({ timeout: 120000 });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a screen of 320, and text at twice its size, lose nothing", async () => {
  for (const [width, size] of [[320, "100%"], [640, "200%"]]) {
    const context = await browser.newContext({ viewport: { width, height: 640 } });
    const page = await context.newPage();
    for (const path of ["/", "/en", "/certificado?codigo=" + given.code, "/en/certificate?code=" + given.annulled]) {
      await page.goto(given.url + path);
      await page.evaluate((wanted) => { document.documentElement.style.fontSize = wanted; }, size);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(needed <= width, `${path} at ${size}: ${needed} on ${width}`);
    }
    await context.close();
  }
});
