// Answers queries from the search index that `fazhi build` writes (scripts/fazhi/verbs/search_files.py).
// Index files are scripts that call fazhiSearch with one value: so they load from a server and from a disk alike, under
// a policy that allows the site's own scripts only. Nothing is evaluated, and nothing here touches the page it runs in.

const FazhiIndex = (() => {
  const FORM = 1, NAME = 9, PATIENCE = 30000;

  // -- texts: the terms of scripts/fazhi/ground/search_terms.py -------------------------------------------------------

  const pattern = (text) => new RegExp(text.replace(/HAN/g, "㐀-䶿一-鿿〇\\u{20000}-\\u{3ffff}"), "gu");
  const WORD = pattern("[a-z][a-z0-9]+");
  const FIGURE = pattern("[0-9]+(?:[,，][0-9]{3})*(?:\\.[0-9]+)?");
  const DATE = pattern("((?:19|20)[0-9]{2})(?: ?年 ?|[-./])(0?[1-9]|1[0-2])(?![0-9])(?:(?: ?月 ?|[-./])(0?[1-9]|[12][0-9]|3[01])(?![0-9])(?: ?日)?| ?月)?");
  const DAY = pattern("(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12][0-9]|3[01]) ?日");
  const NUMBER = pattern("((?:19|20)[0-9]{2})(?: ?[〕\\]］)）}】〉》年-] ?| )第? ?([0-9]{1,5}) ?号");
  const BEFORE = pattern("([HAN]*[HAN]{2}) ?([〔\\[［(（{【〈《]? ?)$");
  const INDEX = pattern("(?:([0-9a-z]{9,18})/)?([0-9]{4}-[0-9]{5})(?![0-9])");
  const RUN = pattern("[HAN0-9]+");

  function fold(text) {
    const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ．－／　]/g, (sign) => (sign === "　" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));
    const lower = narrow.toLowerCase();
    return lower.length === narrow.length ? lower : narrow;
  }

  const long = (term) => (term.length > 2 ? term : `#${term}`);
  const two = (digits) => digits.padStart(2, "0");
  const isDigit = (sign) => sign >= "0" && sign <= "9";

  // A figure without separators and closing zeros.
  function canonical(written) {
    const [whole, part = ""] = written.replace(/[,，]/g, "").split(".");
    const rest = part.replace(/0+$/, "");
    return rest ? `${whole}.${rest}` : whole;
  }

  function figureTerm(written) {
    const exact = canonical(written), whole = exact.split(".")[0];
    return whole.length > 4 || whole === exact ? long(whole) : exact;
  }

  // What in a folded text is more than characters: where it stands and its most exact term.
  function* marked(text) {
    const alone = (found) => !isDigit(text[found.index - 1] || "");
    for (const found of text.matchAll(INDEX)) {
      if (alone(found)) yield { from: found.index, to: found.index + found[0].length, term: found[1] ? `i${found[1]}/${found[2]}` : `i${found[2]}` };
    }
    for (const found of text.matchAll(NUMBER)) {
      if (!alone(found)) continue;
      const [before] = text.slice(0, found.index).matchAll(BEFORE);
      const from = found.index - (before ? before[2].length : 0), number = `${found[1]}-${Number(found[2])}`;
      yield { from, to: found.index + found[0].length, term: `n${before ? before[1].slice(-2) : ""}${number}`, number, organ: before ? before[1] : "" };
    }
    for (const found of text.matchAll(DATE)) {
      const month = `${found[1]}-${two(found[2])}`;
      if (alone(found)) yield { from: found.index, to: found.index + found[0].length, term: found[3] ? `d${month}-${two(found[3])}` : `d${month}` };
    }
    for (const found of text.matchAll(DAY)) {
      if (alone(found)) yield { from: found.index, to: found.index + found[0].length, term: `d${two(found[1])}-${two(found[2])}` };
    }
    for (const found of text.matchAll(FIGURE)) {
      yield { from: found.index, to: found.index + found[0].length, term: figureTerm(found[0]), figure: canonical(found[0]) };
    }
  }

  // -- postings: scripts/fazhi/ground/postings.py ---------------------------------------------------------------------

  const VALUE = new Uint8Array(128);
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!$()*,;=[]^~"].forEach((letter, value) => { VALUE[letter.charCodeAt(0)] = value; });

  function numbers(text) {
    const found = [];
    let number = 0, scale = 1;
    for (let at = 0; at < text.length; at++) {
      const value = VALUE[text.charCodeAt(at)];
      if (value < 32) {
        found.push(number + value * scale);
        number = 0;
        scale = 1;
      } else {
        number += (value - 32) * scale;
        scale *= 32;
      }
    }
    return found;
  }

  function decode(text) {
    const found = [];
    if (text[0] === ".") {
      for (let at = 1; at < text.length; at++) {
        const value = VALUE[text.charCodeAt(at)];
        for (let bit = 0; bit < 6; bit++) if (value >> bit & 1) found.push((at - 1) * 6 + bit);
      }
      return found;
    }
    let last = -1;
    for (const step of numbers(text)) found.push(last += step + 1);
    return found;
  }

  function column(text, size) {
    const values = new Uint32Array(size), found = numbers(text);
    for (let at = 0, to = 0; at < found.length; at += 2) values.fill(found[at], to, to += found[at + 1] + 1);
    return values;
  }

  function bucketOf(term, count) {
    let bare = term.replace(/^[\^'#]+/, "");
    if (/^[a-z]{2}[\x00-\x7f]?/.test(bare) && bare.charCodeAt(2) < 128) bare = bare.slice(0, 3);
    let hash = 2166136261;
    for (const sign of bare) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619) >>> 0;
    return (hash ^ hash >>> 15) & (count - 1);
  }

  // -- queries --------------------------------------------------------------------------------------------------------

  const PARTICLES = /请问|我想|想要|想|知道|查一下|查询|查|一下|是不是|有没有|怎么样|怎么|怎样|如何|什么时候|什么|哪些|哪里|哪个|哪年|多少钱|多少|为什么|关于|有关|情况|在哪|[的了吗呢吧啊呀是在和与及或有我你您这那]/gu;
  const MANY = 6, FEW = 10;
  const KEYS = {
    kind: /^(?:种类|类|kind|type)$/, place: /^(?:村|机关|单位|village|place|office)$/, item: /^(?:事项|项|item)$/,
    year: /^(?:年|年度|year)$/, status: /^(?:状态|有效性|status)$/, sample: /^(?:演示|sample)$/,
  };

  // A query as typed: clauses that all must be met, clauses that must not, and what is narrowed to, [facet, value].
  function parse(typed) {
    const query = { clauses: [], without: [], narrowed: [] };
    let rest = fold(typed).replace(/["“”「」『』＂]/g, '"').replace(/：/g, ":");
    rest = rest.replace(/(^|\s)(-?)"([^"]+)"?/g, (_, before, minus, words) => {
      (minus ? query.without : query.clauses).push(...clauses(words, true));
      return `${before} `;
    });
    rest = rest.replace(/([^\s:]+): ?([^\s:]+)/gu, (whole, key, value) => {
      const facet = Object.keys(KEYS).find((each) => KEYS[each].test(key));
      if (facet) query.narrowed.push([facet, value]);
      return facet ? " " : whole;
    });
    rest = rest.replace(/(^|\s)-(\S+)/g, (_, before, words) => {
      query.without.push(...clauses(words, false));
      return before;
    });
    query.clauses.push(...clauses(rest, false));
    return query;
  }

  // A text as clauses. A clause is met by any of its ways; a way is met by a passage that has all its terms.
  function clauses(text, quoted) {
    const found = [];
    for (const { from, to, term, figure, number, organ } of [...marked(text)]) {
      const written = text.slice(from, to);
      if (figure && !/[.,，]/.test(written)) continue;
      if (!written.trim() || written !== written.trim()) continue;
      const ways = [{ text: "", terms: [{ key: term, from: 0, to: 1 }], size: 1 }];
      if (!figure && /^[0-9]+\.[0-9]+$/.test(written)) ways.push({ text: "", terms: [{ key: figureTerm(written), from: 0, to: 1 }], size: 1 });
      found.push({ text: written, ways, figure, number, organ });
      text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
    }
    for (const [run] of text.matchAll(RUN)) found.push({ text: run, ways: [phrase(run)], quoted, han: true });
    for (const [word] of text.matchAll(WORD)) found.push({ text: word, ways: spellings(word), latin: true });
    return found;
  }

  // The terms of a run of Han characters and figures, and the signs that each covers; `lean` are terms enough to find a
  // long run, whose text is looked at anyway before it is shown.
  function phrase(text) {
    const signs = [...text], terms = [];
    for (let at = 0; at < signs.length; at++) {
      let end = at + 1;
      if (isDigit(signs[at])) {
        while (end < signs.length && isDigit(signs[end])) end++;
        terms.push({ key: long(signs.slice(at, end).join("")), from: at, to: end });
      }
      if (end < signs.length) terms.push({ key: signs[end - 1] + signs[end], from: end - 1, to: end + 1 });
      at = end - 1;
    }
    if (signs.length === 1 && !isDigit(text)) terms.push({ key: text, from: 0, to: 1 });
    const lean = signs.length > MANY && { lean: terms.filter((term, at) => term.from % 2 === 0 || at === terms.length - 1) };
    return { text, terms, ...lean, size: signs.length };
  }

  // A Latin word: as the beginning of a word, as the sound of a title, as its initials.
  function spellings(word) {
    const keys = (list) => list.map((key, at) => ({ key, from: at, to: at + 1 }));
    const ways = [{ text: word, prefix: word, terms: keys([word]), size: 1 }];
    for (const syllables of syllablesOf(word)) {
      const pairs = syllables.slice(1).map((each, at) => `'${syllables[at]}${each}`);
      const terms = keys(pairs.length ? pairs : [`'${syllables[0]}`]);
      ways.push({ text: "", terms, size: terms.length, sound: true });
    }
    if (word.length > 2) {
      const threes = keys([...word.slice(2)].map((_, at) => `'${word.slice(at, at + 3)}`));
      ways.push({ text: "", terms: threes, size: threes.length, sound: true });
    }
    return ways;
  }

  const SYLLABLE = /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]?ang|iong|[aeiou]ng|i?ao|ia[on]?|ie|iu|in|ua[in]?|u[eino]|ue|[ae]i|ou|[ae]n|[aeiouv])|ang?|ai|ao|en?|er|ou?|a)/;

  function syllablesOf(word, limit = 6) {
    const found = [];
    const read = (at, before) => {
      if (at === word.length) found.push(before);
      for (let size = Math.min(6, word.length - at); size > 0 && found.length < limit && before.length < 12; size--) {
        const part = word.slice(at, at + size), match = SYLLABLE.exec(part);
        if (match && match[0] === part) read(at + size, [...before, part]);
      }
    };
    read(0, []);
    return found;
  }

  // Other words that stand for one in a clause (town.yml's synonyms), in both directions.
  function widen(clause, synonyms) {
    if (!clause.han || clause.quoted) return clause;
    const ways = [...clause.ways];
    for (const [word, others] of synonyms) {
      if (clause.text.includes(word)) ways.push(...others.map((other) => phrase(clause.text.replace(word, other))));
    }
    return { ...clause, ways };
  }

  // Without particles and question words: 梅花村的账目有多少 becomes 梅花村, 账目.
  function bare(list) {
    return list.flatMap((clause) => {
      if (!clause.han || clause.quoted) return [clause];
      const parts = clause.text.replace(PARTICLES, " ").split(" ").filter(Boolean);
      return parts.length ? parts.map((part) => ({ text: part, ways: [phrase(part)], han: true })) : [clause];
    });
  }

  // -- files ----------------------------------------------------------------------------------------------------------

  const said = new WeakMap();
  window.fazhiSearch = (value) => said.set(document.currentScript, value);

  // A file of the index is missing or cut; the site may have been published anew since the page was opened.
  class Lost extends Error {}
  // The index has another form than this script reads.
  class Foreign extends Error {}

  function fetchScript(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const end = (done) => {
        clearTimeout(late);
        element.remove();
        done();
      };
      const lost = () => end(() => reject(new Lost(address)));
      const late = setTimeout(lost, PATIENCE);
      element.onerror = lost;
      element.onload = () => (said.has(element) ? end(() => resolve(said.get(element))) : lost());
      element.src = address;
      document.head.append(element);
    });
  }

  class Segment {
    constructor(reader, listed) {
      const names = (text) => text.match(new RegExp(`.{${NAME}}`, "g")) || [];
      Object.assign(this, listed, { reader, buckets: names(listed.buckets), texts: names(listed.texts), lists: new Map() });
    }

    async open() {
      if (this.first) return;
      const columns = await this.reader.load(this.columns);
      this.values = {};
      for (const [key, text] of Object.entries(columns)) if (key !== "first") this.values[key] = column(text, this.entries);
      this.entryOf = new Uint32Array(this.passages);
      this.first = decode(columns.first);
      this.first.forEach((from, entry) => this.entryOf.fill(entry, from, this.first[entry + 1]));
    }

    // Makes the terms ready that `list` will be asked for.
    async ready(keys) {
      const missing = [...new Set([...keys].map((key) => bucketOf(key, this.buckets.length)))];
      await Promise.all([this.open(), ...missing.map(async (at) => { this.lists.set(at, await this.reader.load(this.buckets[at])); })]);
    }

    bucket(key) { return this.lists.get(bucketOf(key, this.buckets.length)) || {}; }

    has(key) { return key in this.bucket(key); }

    // The passages with a term.
    list(key) {
      const text = this.bucket(key)[key];
      return text === undefined ? [] : decode(text);
    }

    // The passages with a word that begins so.
    beginning(prefix, mark = "") {
      const bucket = this.bucket(prefix), found = new Set();
      for (const key of Object.keys(bucket)) {
        if (key.startsWith(mark + prefix) || key === `${mark}#${prefix}`) for (const each of decode(bucket[key])) found.add(each);
      }
      return [...found];
    }

    terms(way, mark = "", terms = way.terms) {
      return terms.map(({ key }) => (way.prefix ? this.beginning(way.prefix, mark) : this.list(mark && !way.sound ? mark + key : key)));
    }

    // Days since 2000 of every entry's publication, 0 where it is not known.
    async days() {
      if (!this.day) {
        const { day } = await this.reader.load(this.published);
        let last = 0;
        this.day = column(day, this.entries).map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
      }
      return this.day;
    }

    // What is shown of a passage: [title, address, date, text].
    passage(number) { return this.reader.load(`${this.texts[Math.floor(number / this.group)]}/${number % this.group}`); }
  }

  class Reader {
    // `folder`: the address of the folder search/, ending in a stroke.
    constructor(folder) {
      this.folder = folder;
      this.loaded = new Map();
      this.tries = 0;
    }

    load(name) {
      if (!this.loaded.has(name)) {
        const again = this.tries && name === "index" ? `?again=${this.tries}` : "";
        const file = fetchScript(`${this.folder}${name}.js${again}`);
        file.catch(() => this.loaded.delete(name));
        this.loaded.set(name, file);
      }
      return this.loaded.get(name);
    }

    async open() {
      if (this.segments) return;
      const manifest = await this.load("index");
      if (manifest.form !== FORM) throw new Foreign();
      this.manifest = manifest;
      this.synonyms = [];
      for (const [word, others] of Object.entries(manifest.synonyms)) {
        this.synonyms.push([word, others], ...others.map((other) => [other, [word]]));
      }
      this.segments = manifest.segments.map((listed) => new Segment(this, listed));
    }

    // Begins again after a file was lost: the list of files is asked for anew.
    forget() {
      this.tries = Date.now();
      this.segments = null;
      this.loaded.clear();
    }

    // The numbers of a facet's values that a typed value may mean.
    meant(facet, typed) {
      const values = this.manifest.values[facet];
      const names = values.map((each) => each.map(fold));
      const by = (test) => names.flatMap((each, at) => (each.some((name) => name && test(name)) ? [at] : []));
      const exact = by((name) => name === fold(typed));
      return exact.length ? exact : by((name) => name.includes(fold(typed)));
    }

    // Answers a query. `want`: {lang: 0 zh, 1 en; narrowed: {facet: value}; sort: "" or "date"}.
    async search(typed, want) {
      await this.open();
      const query = parse(typed);
      const allowed = this.allowed(query, want);
      const without = query.without;
      const given = query.clauses.map((clause) => widen(clause, this.synonyms));
      const less = bare(query.clauses).map((clause) => widen(clause, this.synonyms));
      if (!given.length && !without.length && !Object.keys(allowed).length) return { how: "none", empty: true, hits: [], total: 0, counts: {}, clauses: [] };
      const told = (list) => list.map((clause) => clause.text).join(" ");
      const tries = [["whole", given], ["parts", given], ["whole", less], ["parts", less], ["near", less]];
      await this.ready(without, "whole");
      for (const [how, list] of !given.length ? tries.slice(0, 1) : told(given) === told(less) ? [tries[0], tries[1], tries[4]] : tries) {
        const found = await this.match(how, list, without);
        if (!found.length) continue;
        const answer = await this.answer(how, list, found, allowed, want);
        if (how !== "whole" || !answer.hits.length || await this.isTrue(answer)) return answer;
      }
      return { how: "none", hits: [], total: 0, counts: {}, clauses: less, narrowed: allowed };
    }

    // What all segments have for a list of clauses. Of a long run some pairs will do, unless they are met too often.
    async match(how, list, without) {
      const lean = how === "whole" && list.some((clause) => clause.ways.some((way) => way.lean));
      await this.ready(list, lean ? "lean" : how);
      const found = () => this.segments.flatMap((segment) => MATCH[how](segment, list, without));
      const first = found();
      if (how === "parts") return leastBroken(first);
      if (!lean || first.length <= FEW) return first;
      for (const clause of list) for (const way of clause.ways) delete way.lean;
      await this.ready(list, how);
      return found();
    }

    async ready(list, how) {
      const keys = list.flatMap((clause) => clause.ways.flatMap((way) => ((how === "lean" && way.lean) || way.terms).map((term) => term.key)));
      await this.fetchTerms(keys);
      if (how === "near") await this.fetchTerms(this.lone(list));
    }

    fetchTerms(keys) { return Promise.all(this.segments.map((segment) => segment.ready(keys))); }

    // The signs of pairs that occur nowhere: a wrong character and its neighbours.
    lone(list) {
      const terms = list.filter((clause) => clause.han).flatMap((clause) => clause.ways[0].terms);
      const signs = terms.filter(({ key }) => !this.segments.some((segment) => segment.has(key))).flatMap(({ key }) => [...key]);
      return [...new Set(signs)].filter((sign) => !isDigit(sign) && sign !== "#");
    }

    // Whether the best hits hold the words as one; if none does, the pairs of characters only happened to meet.
    async isTrue(answer) {
      for (let at = 0; at < answer.hits.length && at < 30; at += 10) {
        if (await soonestTrue(answer.hits.slice(at, at + 10).map((hit) => this.show(hit, answer)))) return true;
      }
      return false;
    }

    // For every facet that is narrowed, the values let through.
    allowed(query, want) {
      const found = {};
      for (const [facet, value] of query.narrowed) found[facet] = new Set(this.meant(facet, value));
      for (const [facet, value] of Object.entries(want.narrowed || {})) {
        found[facet] = new Set(this.manifest.values[facet].flatMap(([id], at) => (id === value ? [at] : [])));
      }
      return found;
    }

    async answer(how, list, found, allowed, want) {
      if (want.sort === "date") await Promise.all(this.segments.map((segment) => segment.days()));
      const hits = found.filter((hit) => passes(hit, allowed)).sort(want.sort === "date" ? byDate : byWorth(want.lang));
      if (how === "near") {
        hits.length = Math.min(hits.length, 20);
        await this.nearest(hits, list);
      }
      return { how, hits, total: hits.length, counts: this.counts(found, allowed), clauses: list, narrowed: allowed };
    }

    // How many hits each value of a facet has, the other facets narrowed as they are.
    counts(found, allowed) {
      const counts = {};
      for (const facet of Object.keys(this.manifest.values)) {
        const others = { ...allowed };
        delete others[facet];
        const sums = new Array(this.manifest.values[facet].length).fill(0);
        for (const hit of found) if (passes(hit, others)) sums[hit.segment.values[facet][hit.entry]]++;
        counts[facet] = sums;
      }
      return counts;
    }

    // Puts the titles first that are spelt most like the query.
    async nearest(hits, list) {
      const typed = list.map((clause) => clause.text).join("");
      await Promise.all(hits.map(async (hit) => {
        const [title] = await hit.segment.passage(hit.passage);
        hit.like = 1 - distance(typed, fold(title)) / Math.max(typed.length, title.length);
      }));
      hits.sort((one, other) => Math.max(other.like, 0.5) - Math.max(one.like, 0.5) || other.worth - one.worth);
    }

    // What is shown of a hit; null where its text does not hold the words as one, which the index alone cannot tell.
    async show(hit, answer) {
      const [title, address, date, text] = await hit.segment.passage(hit.passage);
      const all = fold(`${title}\n${text}`);
      if (answer.how === "whole" && !answer.clauses.every((clause) => holds(clause, all, hit))) return null;
      const value = (facet) => this.manifest.values[facet][hit.segment.values[facet][hit.entry]];
      return {
        title, address, date, lang: hit.segment.values.lang[hit.entry] ? "en" : "zh",
        facets: Object.fromEntries(Object.keys(this.manifest.values).map((facet) => [facet, value(facet)])),
        titleMarks: marks(title, answer.clauses), excerpt: excerpt(text, answer.clauses),
      };
    }
  }

  // -- matching -------------------------------------------------------------------------------------------------------

  // Which passages have all terms of a way: 1 in the mask returned.
  function having(lists, size) {
    const count = new Uint8Array(size);
    lists.forEach((list, at) => { for (const each of list) if (count[each] === at) count[each]++; });
    return count.map((each) => (each === lists.length && each ? 1 : 0));
  }

  function met(segment, clause, mark = "") {
    const mask = new Uint8Array(segment.passages);
    for (const way of clause.ways) having(segment.terms(way, mark, way.lean), segment.passages).forEach((each, at) => { mask[at] |= each; });
    return mask;
  }

  const MATCH = {
    // Entries in which every clause is met by some passage.
    whole(segment, list, without) {
      if (!list.length) return entriesOf(segment, without, (entry, from) => ({ passage: from, worth: 0, met: [] }));
      const masks = list.map((clause) => met(segment, clause));
      const titles = list.map((clause) => met(segment, clause, "^"));
      return entriesOf(segment, without, (entry, from, to) => {
        let together = 0, passage = -1, often = 0;
        for (let at = from; at < to; at++) {
          const here = masks.reduce((sum, mask) => sum + mask[at], 0);
          often += here;
          if (here > together) [together, passage] = [here, at];
        }
        if (!masks.every((mask) => mask.subarray(from, to).includes(1))) return null;
        const titled = titles.reduce((sum, mask) => sum + mask[from], 0);
        return { passage, worth: (4 * titled + together + Math.log(1 + often)) / list.length, met: masks.map((mask) => mask[passage]) };
      });
    },

    // Entries that have every character of every clause, in pairs at least: words typed without a space between.
    parts(segment, list, without) {
      const covers = list.map((clause) => clause.ways.map((way) => covering(segment, way)));
      return entriesOf(segment, without, (entry) => {
        let worth = 0, breaks = 0;
        for (const ways of covers) {
          const best = ways.map((cover) => cover(entry)).sort((one, other) => other.worth - one.worth)[0];
          if (!best.worth) return null;
          worth += best.worth / list.length;
          breaks += best.breaks;
        }
        return { passage: covers[0][0].passage(entry), worth, breaks, met: [] };
      });
    },

    // Entries by how much of the query they have: of a wrong character the pairs beside it are missing.
    near(segment, list, without) {
      const worth = new Float32Array(segment.passages);
      let most = 0;
      const add = (key, weight) => {
        const rare = weight * Math.log(1 + segment.passages / (1 + segment.list(key).length));
        most += rare;
        for (const each of segment.list(key)) worth[each] += rare;
        for (const each of segment.list(`^${key}`)) worth[each] += rare;
      };
      for (const clause of list) {
        for (const { key } of clause.ways[0].terms) add(key, 1);
      }
      for (const sign of segment.reader.lone(list)) add(sign, 0.3);
      return entriesOf(segment, without, (entry, from, to) => {
        let passage = from;
        for (let at = from; at < to; at++) if (worth[at] > worth[passage]) passage = at;
        return worth[passage] > 0.4 * most ? { passage, worth: worth[passage] / most, met: [] } : null;
      });
    },
  };

  function* spans(segment) {
    for (let entry = 0; entry < segment.entries; entry++) yield [entry, segment.first[entry], segment.first[entry + 1] ?? segment.passages];
  }

  function entriesOf(segment, without, judge) {
    const refused = without.map((clause) => met(segment, clause)), hits = [];
    for (const [entry, from, to] of spans(segment)) {
      const judged = judge(entry, from, to);
      if (judged && !refused.some((mask) => mask.subarray(from, to).includes(1))) hits.push({ segment, entry, ...judged });
    }
    return hits;
  }

  // How well the terms of a way cover its signs in an entry: 0 where a sign is left out, else from 1 on, the more the
  // more of them stand in the title.
  function covering(segment, way) {
    const weigh = (list) => Math.log(1 + segment.passages / (1 + list.length));
    const lists = segment.terms(way), titles = segment.terms(way, "^"), weights = lists.map(weigh);
    const most = weights.reduce((sum, weight) => sum + weight, 0);
    const within = (list) => {
      const found = new Uint8Array(segment.entries);
      for (const each of list) found[segment.entryOf[each]] = 1;
      return found;
    };
    const bodies = lists.map(within), heads = titles.map(within), counted = new Uint8Array(segment.passages);
    for (const list of lists) for (const each of list) counted[each]++;
    const cover = (entry) => {
      let worth = 0, to = 0, breaks = 0;
      way.terms.forEach((term, at) => {
        if (!bodies[at][entry]) return breaks++;
        worth += weights[at] * (1 + 0.5 * heads[at][entry]);
        if (term.from <= to) to = Math.max(to, term.to);
      });
      return { worth: to === way.size ? 1 + worth / most : 0, breaks };
    };
    cover.passage = (entry) => {
      let best = segment.first[entry];
      for (let each = best; each < (segment.first[entry + 1] ?? segment.passages); each++) if (counted[each] > counted[best]) best = each;
      return best;
    };
    return cover;
  }

  // Of words typed without a space the border between two is a break, and one break each is right; more is chance.
  function leastBroken(hits) {
    const least = Math.max(1, Math.min(...hits.map((hit) => hit.breaks)));
    return hits.filter((hit) => hit.breaks <= least);
  }

  // True as soon as one of some promises keeps something; else false once all have come.
  function soonestTrue(promises) {
    return new Promise((resolve, reject) => {
      for (const each of promises) each.then((value) => { if (value) resolve(true); }, reject);
      Promise.all(promises).then((all) => resolve(all.some(Boolean)), reject);
    });
  }

  const passes = (hit, allowed) => Object.entries(allowed).every(([facet, values]) => values.has(hit.segment.values[facet][hit.entry]));
  const year = (hit) => Number(hit.segment.reader.manifest.values.year[hit.segment.values.year[hit.entry]][0]) || 0;
  const byDate = (one, other) => other.segment.day[other.entry] - one.segment.day[one.entry] || other.entry - one.entry;
  const byWorth = (lang) => (one, other) =>
    (other.segment.values.lang[other.entry] === lang) - (one.segment.values.lang[one.entry] === lang)
    || rank(other) - rank(one) || year(other) - year(one) || other.entry - one.entry;
  const rank = (hit) => hit.worth + (hit.segment.reader.manifest.values.kind[hit.segment.values.kind[hit.entry]][0] === "village" ? 1 : 0);

  function distance(one, other) {
    let row = [...Array(other.length + 1).keys()];
    for (let at = 0; at < one.length; at++) {
      let before = row[0]++;
      for (let to = 0; to < other.length; to++) {
        const now = Math.min(row[to] + 1, row[to + 1] + 1, before + (one[at] !== other[to]));
        before = row[to + 1];
        row[to + 1] = now;
      }
    }
    return row[other.length];
  }

  // Whether a text that has all terms of a clause has them as one.
  function holds(clause, text, hit) {
    if (clause.number) {
      return [...marked(text)].some((each) => each.number === clause.number && each.organ.endsWith(clause.organ));
    }
    if (clause.figure) return [...text.matchAll(FIGURE)].some(([written]) => canonical(written) === clause.figure);
    return !clause.han || clause.ways.some((way) => (way.size < 3 && !clause.quoted) || text.includes(way.text)) || !hit.met.length;
  }

  // -- showing --------------------------------------------------------------------------------------------------------

  // Where in a text the clauses stand: rising [from, to].
  function marks(text, list) {
    const folded = fold(text), found = [];
    const all = (words) => { for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) found.push([at, at + words.length]); };
    const terms = new Set();
    for (const clause of list) {
      for (const way of clause.ways) {
        if (way.prefix) for (const match of folded.matchAll(WORD)) { if (match[0].startsWith(way.prefix)) found.push([match.index, match.index + way.prefix.length]); }
        else if (way.text && folded.includes(way.text)) all(way.text);
        else if (way.text) for (const { key } of way.terms) { if (!key.startsWith("#")) all(key); }
        else for (const { key } of way.terms) terms.add(key);
      }
    }
    if (terms.size) for (const each of marked(folded)) if (terms.has(each.term) || [...terms].some((term) => /^[dn]/.test(term) && each.term.endsWith(term.slice(1)) && each.term[0] === term[0])) found.push([each.from, each.to]);
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const merged = [];
    for (const [from, to] of found) {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to); else merged.push([from, to]);
    }
    return merged;
  }

  const EXCERPT = 96;

  // The line of what stands beside a text, its values parted by points, tells less than the text.
  const isHead = (text, at) => text.slice(text.lastIndexOf("\n", at) + 1, at + 40).includes(" · ");

  // The part of a text around what was found: {text, marks}.
  function excerpt(text, list) {
    const all = marks(text, list);
    let start = 0, most = -1;
    for (const [from] of all) {
      const near = all.filter(([one, other]) => one >= from && other <= from + EXCERPT - 24);
      const weight = near.reduce((sum, [one, other]) => sum + other - one, 0) / (isHead(text, from) ? 4 : 1);
      if (weight > most) [most, start] = [weight, from];
    }
    const line = text.lastIndexOf("\n", start) + 1;
    let begin = start - line < 24 ? line : Math.max(0, start - 18);
    const stop = Math.min(text.length, begin + EXCERPT);
    while (begin > 0 && /[0-9a-z.,]{2}/i.test(text.slice(begin - 1, begin + 1))) begin--;
    const cut = text.slice(begin, stop).replace(/\n/g, " ");
    const inside = all.filter(([from, to]) => from >= begin && to <= stop).map(([from, to]) => [from - begin, to - begin]);
    return { text: cut, marks: inside, before: begin > 0 && begin !== line, after: stop < text.length };
  }

  return { Reader, Lost, Foreign, fold, marked, parse, decode, bucketOf, marks };
})();
