// Everything works without this script but search; it adds large type, the choice of colours, printing, and how
// many days are left.
// It runs before the first paint; what needs the page waits for it.

(() => {
  const assets = new URL(".", document.currentScript.src);
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const TYPES = ["", "elder", "elder elder-more"];

  const all = (name) => document.querySelectorAll(`[data-fz="${name}"]`);
  const words = (button) => button.dataset.words.split("|");

  // Kept per site, since several may share a host.
  const place = (key) => `${new URL("..", assets).pathname}.${key}`;
  function kept(key) {
    try { return JSON.parse(localStorage.getItem(place(key))); } catch { return null; }
  }
  function keep(key, value) {
    try { localStorage.setItem(place(key), JSON.stringify(value)); } catch { /* for this page only */ }
  }

  function setType(level) {
    root.classList.remove("elder", "elder-more");
    if (TYPES[level]) root.classList.add(...TYPES[level].split(" "));
    keep("fz_type", level);
    for (const button of all("type")) button.textContent = words(button)[level];
  }

  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches);

  function setScheme(scheme) {
    if (scheme) root.dataset.scheme = scheme;
    keep("fz_scheme", scheme);
    tellScheme();
  }

  function tellScheme() {
    for (const button of all("scheme")) button.textContent = words(button)[isDark() ? 1 : 0];
  }

  // What the dialog needs is fetched when somebody is about to search, and no earlier.
  function fetchSearch() {
    const box = document.getElementById("fz-search");
    if (!box || box.dataset.loaded) return;
    box.dataset.loaded = "yes";
    const list = document.createElement("link");
    Object.assign(list, { rel: "preload", as: "script", href: `${box.dataset.folder}index.js` });
    document.head.append(list);
    for (const name of ["search-index.js", "search.js"]) {
      const script = document.createElement("script");
      Object.assign(script, { src: new URL(name, assets), async: false });
      script.onerror = () => delete box.dataset.loaded;
      document.head.append(script);
    }
  }

  // The dialog opens at once, and one may type while the rest comes.
  function openSearch() {
    const box = document.getElementById("fz-search");
    if (!box || box.open) return;
    if (box.showModal) box.showModal(); else box.setAttribute("open", "");
    box.querySelector("input").select();
    fetchSearch();
  }

  function closeSearch() {
    const box = document.getElementById("fz-search");
    if (box.close) box.close(); else box.removeAttribute("open");
  }

  function onKey(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !["/", "s", "f"].includes(event.key)) return;
    event.preventDefault();
    openSearch();
  }

  // A box that does not scroll is no stop for the keyboard.
  function fitBoxes() {
    for (const box of document.querySelectorAll(".fz-scroll")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute("tabindex");
    }
  }

  // The day it is in the town, wherever the reader is.
  function today() {
    const frame = document.getElementById("content");
    const zone = frame ? frame.dataset.zone : undefined;
    try { return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date()); }
    catch { return new Date(Date.now() + 288e5).toISOString().slice(0, 10); }
  }

  const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

  // Pages hold days only; how many are left is for the reader's own clock to say.
  function tellDays() {
    const day = today();
    for (const place of document.querySelectorAll("[data-fz-until]")) {
      const left = daysBetween(day, place.dataset.fzUntil);
      place.textContent = left < 0 ? words(place)[1] : words(place)[0].replace("{}", left);
      place.hidden = false;
    }
  }

  function turnOverdue(state, shape, word) {
    state.className = "fz-st fz-st--overdue";
    state.querySelector(".fz-st__sign").textContent = shape;
    state.querySelector(".fz-st__word").textContent = word;
  }

  // The page says what was due when it was made, the day it is says what has fallen due since.
  function tellOverdue() {
    const frame = document.getElementById("content");
    if (!frame || !frame.dataset.overdue) return;
    const day = today();
    const [shape, word] = frame.dataset.overdue.split("|");
    for (const state of document.querySelectorAll("[data-due]")) {
      if (state.dataset.due < day) turnOverdue(state, shape, word);
    }
    for (const count of document.querySelectorAll("[data-turning]")) {
      const turned = count.dataset.turning.split(" ").filter(Boolean).map((each) => each.split("*")).filter(([due]) => due < day);
      const n = turned.reduce((sum, [, many]) => sum + Number(many), 0);
      const sum = Number(count.textContent) + n * Number(count.dataset.step);
      count.textContent = sum;
      const zero = count.closest("[data-zero]");
      if (zero && sum > 0) zero.removeAttribute("data-zero");
    }
    for (const open of document.querySelectorAll("[data-since]")) {
      const days = daysBetween(open.dataset.since, day);
      if (days > 0) open.textContent = frame.dataset.overdueDays.replace("{}", days);
    }
  }

  // Which release this is and when the next is due stands in one small file; without it nothing is said.
  async function tellAge() {
    const place = all("overdue")[0];
    if (!place || !location.protocol.startsWith("http")) return;
    try {
      const told = await (await fetch(new URL("../release.json", assets))).json();
      if (!told.next_due || told.next_due >= today()) return;
      const words = place.firstElementChild;
      words.textContent = words.textContent.replace("{date}", told.date).replace("{due}", told.next_due);
      place.hidden = false;
    } catch { /* reading is never held up */ }
  }

  // `?day=2025-06-30` at a list of versions leads to the one in force on that day.
  function showVersion() {
    const day = new URL(location.href).searchParams.get("day") || "";
    const none = all("no-version")[0];
    if (!none || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    const rows = [...document.querySelectorAll("[data-from]")];
    const row = rows.find((each) => each.dataset.from <= day && (!each.dataset.to || each.dataset.to >= day));
    if (row) { location.replace(row.querySelector("a").href); return; }
    const words = none.lastElementChild;
    words.textContent = words.textContent.replace("{}", day);
    none.hidden = false;
    document.getElementById("as-of").value = day;
  }

  function wire(name, act) {
    for (const button of all(name)) {
      button.hidden = false;
      button.addEventListener("click", act);
    }
  }

  let level = Number(kept("fz_type")) || 0;
  setType(level);
  if (kept("fz_scheme")) root.dataset.scheme = kept("fz_scheme");
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    setType(level);
    tellScheme();
    tellOverdue();
    wire("type", () => { level = (level + 1) % TYPES.length; setType(level); fitBoxes(); });
    wire("scheme", () => setScheme(isDark() ? "light" : "dark"));
    wire("search", openSearch);
    for (const button of all("search")) for (const sign of ["pointerenter", "focus"]) button.addEventListener(sign, fetchSearch, { once: true });
    wire("search-close", closeSearch);
    addEventListener("keydown", onKey);
    if (new URL(location.href).searchParams.has("q")) openSearch();
    wire("print", () => print());
    const wide = matchMedia("(min-width: 60em)");
    for (const fold of all("open-wide")) fold.open = wide.matches;
    dark.addEventListener("change", tellScheme);
    addEventListener("resize", fitBoxes);
    fitBoxes();
    tellDays();
    showVersion();
    tellAge();
  });
})();
