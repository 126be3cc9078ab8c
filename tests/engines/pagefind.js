// Pagefind, extended, which cuts Chinese into words. One language for all pages, because one list of results is asked for
// (its two would each leave out the other's pages). The index names pages by their contents' hash.
"use strict";

const html = (title, lines) => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main data-pagefind-body><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join("\n")}</main></body></html>`;
// What shows results in Pagefind's own ways; only its programming interface is loaded.
const SHOWS = /ui|highlight|component|playground/;
// The milliseconds of computing of what a shell ran, as its `times` tells in its second line: 0m1.25s 0m0.50s.
const computed = (times) => {
  const spent = times.trim().split("\n").pop().matchAll(/(\d+)m([\d.]+)s/g);
  return [...spent].reduce((sum, [, minutes, seconds]) => sum + minutes * 60_000 + seconds * 1000, 0);
};

globalThis.FazhiEngine = {
  async build(pages, { safe, out }) {
    const [fs, os, path, zlib] = ["fs", "os", "path", "zlib"].map((name) => require(name));
    const program = require.resolve(`@pagefind/${process.platform}-${os.arch()}/bin/pagefind_extended`);
    const site = path.join(out, "../site");
    fs.mkdirSync(site);
    pages.forEach(({ title, text }, number) => {
      fs.writeFileSync(path.join(site, `${number}.html`), html(safe(title), safe(text).split("\n")));
    });
    const wanted = ["--site", site, "--output-path", out, "--force-language", "zh", "--silent"];
    const command = ["-c", '"$0" "$@" >&2 && times', program, ...wanted];
    const ms = computed(require("child_process").execFileSync("sh", command, { encoding: "utf8" }));
    for (const name of fs.readdirSync(out)) if (SHOWS.test(name)) fs.rmSync(path.join(out, name));
    const names = {};
    for (const file of fs.readdirSync(path.join(out, "fragment"))) {
      const text = zlib.gunzipSync(fs.readFileSync(path.join(out, "fragment", file))).toString("utf8");
      names[file.replace(".pf_fragment", "")] = parseInt(JSON.parse(text.slice(text.indexOf("{"))).url.slice(1), 10);
    }
    return { ms, names };
  },

  async open() {
    const pagefind = await import(new URL("index/pagefind.js", location.href));
    await pagefind.init();
    return async (typed) => {
      const { results } = await pagefind.search(typed);
      return { found: results.map((each) => each.id), show: (at) => results[at].data() };
    };
  },
};
