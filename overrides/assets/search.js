// The search of the site: what is typed, what was found, and the address that finds it again.
// Loaded when somebody wants to search (fazhi.js). Answers come from FazhiIndex; nothing found is ever read as markup.

const FazhiSearch = (() => {
  const AT_ONCE = 10;
  // Of an answer that is not whole yet, so many hits are tried for a first result, all at once.
  const EARLY = 3;
  // So many texts are looked at before less than ten results will do.
  const LOOKED = 15;
  const PAUSE = 60;
  // The shape of each way a regulation stands, as its page has it; every other way is an end.
  const STANDS = { "有效": "●", "已修改": "◐", "尚未施行": "◇", "正在核对": "?", "日期不详": "?" };
  const FACETS = ["kind", "place", "item", "year", "status", "sample"];

  const box = document.getElementById("fz-search");
  const words = JSON.parse(box.dataset.words);
  const lang = box.dataset.lang === "en" ? 1 : 0;
  const part = (name) => box.querySelector(`.fz-search__${name}`);
  const field = part("input"), status = part("status"), hits = part("hits"), more = part("more");
  const again = part("again"), facets = part("facets"), sorts = part("sort"), lists = part("lists");
  const reader = new FazhiIndex.Reader(new URL(box.dataset.folder, location.href).href);
  // `next`: the next hit to show; `shown`: how many are; `wrong`: of how many the text did not hold the words.
  const state = { narrowed: {}, sort: "", answer: null, next: 0, shown: 0, wrong: 0, turn: 0, answered: 0, showing: 0 };

  // -- small things ---------------------------------------------------------------------------------------------------

  function make(tag, name, ...children) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const say = (value) => value[1 + lang];

  function withMarks(text, marks) {
    const parts = [];
    let done = 0;
    for (const [from, to] of marks) {
      parts.push(text.slice(done, from), make("mark", "", text.slice(from, to)));
      done = to;
    }
    return [...parts, text.slice(done)];
  }

  function spell(element, code) {
    if (code !== box.dataset.lang) element.lang = code === "zh" ? "zh-CN" : code;
    return element;
  }

  // -- the address ----------------------------------------------------------------------------------------------------

  function toAddress() {
    const address = new URL(location.href), asked = address.searchParams;
    for (const key of ["q", "sort", ...FACETS]) asked.delete(key);
    if (box.open && field.value.trim()) {
      asked.set("q", field.value.trim());
      for (const [key, value] of Object.entries(state.narrowed)) asked.set(key, value);
      if (state.sort) asked.set("sort", state.sort);
    }
    try { history.replaceState(null, "", address); } catch { /* a page from a disk has no address to change */ }
  }

  function fromAddress() {
    const asked = new URL(location.href).searchParams;
    field.value = asked.get("q") || "";
    state.sort = asked.get("sort") === "date" ? "date" : "";
    state.narrowed = Object.fromEntries(FACETS.filter((key) => asked.has(key)).map((key) => [key, asked.get(key)]));
  }

  // -- asking ---------------------------------------------------------------------------------------------------------

  async function ask() {
    const turn = ++state.turn, typed = field.value.trim();
    toAddress();
    if (!typed) return clear(words.start);
    const waiting = setTimeout(() => { if (turn === state.turn) status.textContent = words.looking; }, 400);
    try {
      const answer = await reader.search(typed, { lang, narrowed: state.narrowed, sort: state.sort }, (answer) => { showEarly(turn, answer).catch(() => {}); });
      if (turn !== state.turn) return;
      if (answer.empty) return clear(words.start);
      Object.assign(state, { answer, next: 0, shown: 0, wrong: 0, answered: turn });
      again.hidden = true;
      tellFacets();
      await show(turn, true);
      await count();
    } catch (error) {
      if (turn === state.turn) fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  function clear(words) {
    Object.assign(state, { answer: null, shown: 0, turn: state.turn + 1 });
    status.textContent = words;
    hits.replaceChildren();
    for (const element of [more, again, facets, sorts]) element.hidden = true;
    lists.hidden = false;
  }

  function fail(error) {
    clear(error instanceof FazhiIndex.Foreign ? words.foreign : error instanceof FazhiIndex.Lost ? words.lost : words.broken);
    again.hidden = false;
    if (!(error instanceof FazhiIndex.Lost)) console.error(error);
  }

  // -- showing --------------------------------------------------------------------------------------------------------

  // A first result before all is known: of the first hits of an early answer one whose text has the words, or the best
  // of a rough one.
  async function showEarly(turn, answer) {
    const some = answer.hits.slice(0, EARLY), isLate = () => turn !== state.turn || turn === state.answered;
    const tries = some.map((hit) => reader.show(hit, answer));
    if (answer.rough && some.length) tries.push(reader.show(some[0], { ...answer, how: "near" }));
    for (const each of tries) each.catch(() => {});
    for (const each of tries) {
      const shown = await each;
      if (isLate()) return;
      if (!shown) continue;
      more.hidden = true;
      return hits.replaceChildren(row(shown));
    }
  }

  // Ten more hits, each as soon as it and those before it are there.
  async function show(turn, anew) {
    const goal = state.shown + AT_ONCE, last = state.next + LOOKED;
    let first = anew, ahead = [];
    state.showing = turn;
    const left = () => state.next < state.answer.hits.length && (first || state.next < last);
    while (state.shown < goal) {
      while (ahead.length < goal - state.shown && left()) {
        const file = reader.show(state.answer.hits[state.next++], state.answer);
        file.catch(() => {});
        ahead.push(file);
      }
      if (!ahead.length) {
        if (!state.answer.rest.length || state.next < state.answer.hits.length) break;
        await lookFurther(turn);
        if (turn !== state.turn) return;
        continue;
      }
      const hit = await ahead.shift();
      if (turn !== state.turn) return;
      if (!hit) { state.wrong++; continue; }
      if (first) hits.replaceChildren();
      first = false;
      hits.append(row(hit));
      if (++state.shown === 1) tell();
    }
    state.next -= ahead.length;
    state.showing = 0;
    if (first) hits.replaceChildren();
    tell();
  }

  // Looks through what was not yet, one call after the other.
  let looking = Promise.resolve();
  function lookFurther(turn, enough) {
    const look = async () => {
      if (turn !== state.turn || !state.answer.rest.length) return;
      const answer = await reader.further(state.answer, enough);
      if (turn === state.turn) state.answer = answer;
    };
    looking = looking.then(look, look);
    return looking;
  }

  // Whoever wants to narrow an answer is told how many hits there are; else what that costs to download is saved.
  async function count() {
    const { turn } = state;
    if (!facets.open || turn !== state.answered || !state.answer?.rest.length) return;
    await lookFurther(turn, Infinity);
    if (turn !== state.turn) return;
    tellFacets();
    tell();
  }

  function tell() {
    const { answer } = state, total = answer.total - state.wrong;
    const none = !total, count = words[answer.how === "near" ? "near" : answer.how === "parts" ? "parts" : "found"];
    const text = answer.rest.length ? words.so_far : total === 1 ? count[0] : count[1];
    status.textContent = none ? words.none : fill(text, { n: total.toLocaleString("en") });
    lists.hidden = !none && answer.how !== "near";
    sorts.hidden = total < 2 || answer.how === "near";
    more.hidden = state.next >= answer.hits.length && !answer.rest.length;
  }

  function row(hit) {
    const link = make("a", "", ...withMarks(hit.title, hit.titleMarks));
    link.href = new URL(box.dataset.root + hit.address, location.href).href + (location.protocol === "file:" ? "index.html" : "");
    spell(link, hit.lang);
    const { kind, place, status: force, sample } = hit.facets;
    const told = [place, kind].filter((value) => value[0]).map(say);
    const terms = make("span", "fz-row__terms", told.join(" · "));
    if (force[0]) terms.append(make("span", "fz-mark fz-mark--nil", `${STANDS[force[0]] || "✕"} ${say(force)}`));
    if (sample[0] === "yes") terms.append(make("span", "fz-mark", words.sample));
    const text = make("p", "fz-search__text", hit.excerpt.before ? "…" : "", ...withMarks(hit.excerpt.text, hit.excerpt.marks), hit.excerpt.after ? "…" : "");
    return make("li", "fz-search__hit", make("span", "fz-row__title", link), make("span", "fz-row__day", hit.date), terms, hit.excerpt.text ? spell(text, hit.lang) : null);
  }

  function tellFacets() {
    const { answer } = state, told = answer.rest.length ? [words.counting] : FACETS.flatMap((key) => choices(key, answer));
    facets.querySelector("div").replaceChildren(...told);
    facets.hidden = !told.length;
    if (Object.keys(state.narrowed).length) facets.open = true;
    tellSorts();
  }

  // What an answer can be narrowed to by a facet: its name and values; nothing where there is no choice.
  function choices(key, answer) {
    const chips = reader.manifest.values[key].flatMap((value, at) => {
      const chosen = state.narrowed[key] === value[0], count = (answer.counts[key] || [])[at];
      return value[0] && (count || chosen) ? [chip(key, value, count, chosen)] : [];
    });
    if (key === "year") chips.reverse();
    if (chips.length < 2 && !state.narrowed[key]) return [];
    const label = make("h2", "", reader.manifest.facets[key][lang]);
    label.id = `fz-search-${key}`;
    const list = make("ul", "fz-chips", ...chips);
    list.setAttribute("aria-labelledby", label.id);
    return [label, list];
  }

  function button(text, pressed, act) {
    const element = make("button", "fz-chip", ...text);
    element.type = "button";
    element.setAttribute("aria-pressed", pressed);
    element.addEventListener("click", () => { act(); ask(); });
    return element;
  }

  function chip(key, value, count, chosen) {
    const number = make("span", "fz-num", String(count || 0));
    return make("li", "", button([`${say(value)} `, number], chosen, () => {
      if (chosen) delete state.narrowed[key]; else state.narrowed[key] = value[0];
    }));
  }

  function tellSorts() {
    sorts.replaceChildren(...["", "date"].map((sort, at) => button([words.sorts[at]], state.sort === sort, () => { state.sort = sort; })));
  }

  // -- what readers do ------------------------------------------------------------------------------------------------

  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    ask();
  });
  again.addEventListener("click", () => {
    reader.forget();
    status.textContent = words.looking;
    field.focus();
    ask();
  });
  more.addEventListener("click", async () => {
    const before = hits.children.length, { turn } = state;
    if (turn !== state.answered || turn === state.showing) return;
    try {
      await show(turn, false);
      hits.children[before]?.querySelector("a").focus();
    } catch (error) { if (turn === state.turn) fail(error); }
  });
  facets.addEventListener("toggle", () => {
    const { turn } = state;
    count().catch((error) => { if (turn === state.turn) fail(error); });
  });
  // A field that is closed keeps no cursor, or the keys that open it again would be typed into it unseen.
  function letGo() {
    if (!box.open && box.contains(document.activeElement)) document.activeElement.blur();
  }
  box.addEventListener("close", () => { toAddress(); letGo(); });
  // Down and up go from the field through the results and back. Esc closes at once; a browser would clear the field first.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && box.close) {
      event.preventDefault();
      box.close();
      letGo();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [field, ...hits.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (!step || at < 0 || (at === 0 && step < 0) || event.isComposing) return;
    event.preventDefault();
    links[Math.min(at + step, links.length - 1)].focus();
  });

  if (!field.value) fromAddress();
  reader.open().then(() => {
    box.dataset.ready = "yes";
    if (field.value) ask();
  }).catch(fail);

  return { reader };
})();
