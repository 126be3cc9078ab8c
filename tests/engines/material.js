// The search of Material for MkDocs as it ships: its plugin cuts Han text into jieba's words, its worker downloads all of
// them and indexes them with lunr. Configuration as the theme's own for `language: zh`.
"use strict";

const CONFIG = {
  lang: ["en"],
  separator: "[\\s\\u200b\\u3000\\-、。，．？！；]+",
  pipeline: ["stemmer"],
  fields: { title: { boost: 1e3 }, text: { boost: 1 }, tags: { boost: 1e6 } },
};
const [SETUP, READY, QUERY] = [0, 1, 2];

globalThis.FazhiEngine = {
  async build(pages, { write, computed, safe }) {
    const { Jieba } = require("@node-rs/jieba");
    const jieba = Jieba.withDict(require("@node-rs/jieba/dict").dict);
    const begun = computed();
    const cut = (run) => `\u200b${jieba.cut(run, true).join("\u200b")}\u200b`;
    const words = (text) => text.replace(/\p{sc=Han}+/gu, cut).replace(/^\u200b+|\u200b+$/g, "");
    const docs = pages.map((page, number) => ({
      location: String(number),
      title: words(safe(page.title)),
      text: words(page.text.split("\n").map((line) => `<p>${safe(line)}</p>`).join("")),
    }));
    write("search_index.json", JSON.stringify({ config: CONFIG, docs }));
    return { ms: computed() - begun };
  },

  async open() {
    const worker = new Worker("engine/workers/search.js");
    const answered = (message) => new Promise((done, failed) => {
      worker.onmessage = (event) => done(event.data);
      worker.onerror = (event) => failed(new Error(event.message));
      worker.postMessage(message);
    });
    const index = await (await fetch("index/search_index.json")).json();
    const { type } = await answered({ type: SETUP, data: { ...index, options: { suggest: false } } });
    if (type !== READY) throw new Error(`not ready: ${type}`);
    return async (typed) => {
      const { data } = await answered({ type: QUERY, data: typed });
      return { found: data.items.map(([page]) => page.location) };
    };
  },
};
