// MiniSearch. Its default tokenizer takes a run of Han characters for one word; its issue 201 names pairs of characters
// as what works for Chinese. The other options are those of its documentation's examples.
"use strict";

const OPTIONS = {
  fields: ["title", "text"],
  storeFields: ["title"],
  tokenize: (text) => fazhiPairs(text, true),
  searchOptions: {
    tokenize: (text) => fazhiPairs(text, false),
    boost: { title: 2 },
    prefix: (term) => /^[a-z]/.test(term),
    combineWith: "AND",
  },
};

globalThis.FazhiEngine = {
  async build(pages, { write, computed }) {
    const MiniSearch = require("minisearch");
    const begun = computed();
    const index = new MiniSearch(OPTIONS);
    index.addAll(pages.map((page, id) => ({ id, ...page })));
    write("index.json", JSON.stringify(index));
    return { ms: computed() - begun };
  },

  async open() {
    const index = MiniSearch.loadJSON(await (await fetch("index/index.json")).text(), OPTIONS);
    return async (typed) => {
      let found = index.search(typed);
      if (!found.length) found = index.search(typed, { combineWith: "OR" });
      return { found: found.map((hit) => hit.id) };
    };
  },
};
