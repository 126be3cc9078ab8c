// Han characters as the pairs they stand in, words and numbers of other signs whole.
"use strict";

const RUNS = /(\p{sc=Han}+)|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu;

// `singles`: each Han character alone too, by which a query of one character is answered.
globalThis.fazhiPairs = (text, singles) => {
  const found = [];
  for (const [run, isHan] of text.normalize("NFKC").toLowerCase().matchAll(RUNS)) {
    const signs = isHan ? [...run] : [run];
    if (singles || signs.length === 1) found.push(...signs);
    for (let at = 1; at < signs.length; at++) found.push(signs[at - 1] + signs[at]);
  }
  return found;
};
