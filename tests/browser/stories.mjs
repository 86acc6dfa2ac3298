// The reports that the pages of the checks are made from, and the pages.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "selisih-browser-"));

/** Audits reports into a page; its address and size. */
function page(name, paths, ...options) {
  const file = join(folder, `${name}.html`);
  execFileSync(process.env.SELISIH, ["audit", ...paths, "--format", "html", "-o", file, ...options]);
  return { url: pathToFileURL(file).href, bytes: statSync(file).size };
}

function written(name, texts) {
  mkdirSync(join(folder, name));
  return Object.entries(texts).map(([file, text]) => {
    writeFileSync(join(folder, name, file), text);
    return join(folder, name, file);
  });
}

const five = [1, 2, 3, 4, 5].map((n) => `reports/report-${n}.txt`);

/** The five reports, and four more that tell some of it otherwise. */
function nine() {
  const otherwise = [[/12 September/g, "11 September"], [/Kim Jong[- ]un/gi, "Kim Jong Eun"], [/\bdua\b/g, "tiga"]];
  const more = five.slice(0, 4).map((path, nth) => {
    const told = (text) => otherwise.reduce((t, [from, to]) => t.replace(from, to), text);
    return [`kantor-${nth + 6}.txt`, told(readFileSync(path, "utf8"))];
  });
  return [...five, ...written("nine", Object.fromEntries(more))];
}

const nasty = `<script>alert(1)</script><img src=x onerror=alert(2)></style></script></title>--><svg onload=alert(3)>
"' onfocus=alert(4) autofocus x=" javascript:alert(5) \u202e\u001b[31m\u0007 {{constructor.constructor('alert(6)')()}}`;

function hostile() {
  const texts = {};
  ["20", "24"].forEach((n, nth) => {
    texts[`${nth}<img src=x onerror=alert(7)>"'.txt`] = `${nasty}\n\nBupati <b onclick=alert(8)>Sari</b> membawa ${n} `
      + `perahu karet ke desa itu, Selasa. ${nasty}\n\nSebanyak ${n} perahu karet dibawa Bupati Sari ke desa itu.\n`;
  });
  return written("hostile", texts);
}

export const pages = {
  five: page("five", five),
  indonesian: page("indonesian", five, "--ui", "id"),
  nine: page("nine", nine()),
  hostile: page("hostile", hostile()),
};
