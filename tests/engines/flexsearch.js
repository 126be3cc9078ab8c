// FlexSearch. Its own preset for Chinese takes single characters; pairs of them are the finer choice. An index hands out
// 100 results unless told, and exports itself in parts. Where nothing holds all of a query, `suggest` asks for some of it.
"use strict";

globalThis.FazhiEngine = {
  async build(pages, { write, computed }) {
    const { Index } = require("flexsearch");
    const begun = computed();
    const index = new Index({ encode: (text) => fazhiPairs(text, true) });
    pages.forEach((page, id) => index.add(id, `${page.title}\n${page.text}`));
    const parts = {};
    index.export((key, data) => { if (data) parts[key] = JSON.parse(data); });
    write("index.json", JSON.stringify(parts));
    write("titles.json", JSON.stringify(pages.map((page) => page.title)));
    return { ms: computed() - begun };
  },

  async open() {
    const fetched = ["index", "titles"].map((name) => fetch(`index/${name}.json`).then((answer) => answer.json()));
    const [parts, titles] = await Promise.all(fetched);
    const index = new FlexSearch.Index({ encode: (text) => fazhiPairs(text, false) });
    for (const key in parts) index.import(key, parts[key]);
    return async (typed) => {
      let found = index.search(typed, { limit: titles.length });
      if (!found.length) found = index.search(typed, { limit: titles.length, suggest: true });
      return { found };
    };
  },
};
