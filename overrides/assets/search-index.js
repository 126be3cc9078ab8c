// Answers queries from the search index that `fazhi build` writes (scripts/fazhi/verbs/search_files.py).
// Index files are scripts that call fazhiSearch with one value: so they load from a server and from a disk alike, under
// a policy that allows the site's own scripts only. Nothing is evaluated, and nothing here touches the page it runs in.

const FazhiIndex = (() => {
  const FORM = 5, NAME = 9, VERSION = 5, PLACE = 4, CUT = "@", PATIENCE = 30000;

  // -- texts: the terms of scripts/fazhi/ground/search_terms.py -------------------------------------------------------

  const pattern = (text) => new RegExp(text.replace(/HAN/g, "㐀-䶿一-鿿〇\\u{20000}-\\u{3ffff}"), "gu");
  const isHan = (sign) => /[㐀-䶿一-鿿〇]/.test(sign || "");
  const WORD = pattern("[a-z][a-z0-9]+");
  const FIGURE = pattern("[0-9]+(?:[,，][0-9]{3})*(?:\\.[0-9]+)?");
  const DATE = pattern("((?:19|20)[0-9]{2})(?: ?年 ?|[-./])(0?[1-9]|1[0-2])(?![0-9])(?:(?: ?月 ?|[-./])(0?[1-9]|[12][0-9]|3[01])(?![0-9])(?: ?日)?| ?月)?");
  const DAY = pattern("(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12][0-9]|3[01]) ?日");
  const DOTTED_DAY = pattern("(0?[1-9]|1[0-2]) ?· ?(0?[1-9]|[12][0-9]|3[01])(?![0-9·])");
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
    const dotted = [...text.matchAll(DOTTED_DAY)].filter((found) => !/[0-9·]/.test(text[found.index - 1] || ""));
    for (const found of [...text.matchAll(DAY), ...dotted]) {
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
    const values = new Uint32Array(size), found = numbers(text), half = found.length / 2;
    for (let at = 0, to = 0, value = 0; at < half; at++) {
      value += found[at] % 2 ? -(found[at] + 1) / 2 : found[at] / 2;
      values.fill(value, to, to += found[half + at] + 1);
    }
    return values;
  }

  // Where in a list of rising numbers those stand that lie between two: from, to.
  function range(list, start, end) {
    return [start, end].map((number) => {
      let low = 0, high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle] < number) low = middle + 1; else high = middle;
      }
      return low;
    });
  }

  const within = (list, start, end) => list.slice(...range(list, start, end)).map((number) => number - start);

  function bucketOf(term, count) {
    let bare = term.replace(/^[\^'#]+/, "");
    if (/^[a-z]{2}[\x00-\x7f]?/.test(bare) && bare.charCodeAt(2) < 128) bare = bare.slice(0, 3);
    let hash = 2166136261;
    for (const sign of bare) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619) >>> 0;
    return (hash ^ hash >>> 15) & (count - 1);
  }

  // -- queries --------------------------------------------------------------------------------------------------------

  const PARTICLES = /请问|我想|想要|想|知道|查一下|查询|查|一下|是谁|谁|是不是|有没有|怎么样|怎么|怎样|如何|什么时候|什么|哪些|哪里|哪个|哪年|多少钱|多少|为什么|关于|有关|情况|在哪|[的了吗呢吧啊呀是在和与及或有我你您这那]/gu;
  // Words of a question, which a page that answers it does not have.
  const ASKED = /请问|想知道|查一下|谁|是不是|有没有|怎么|怎样|如何|什么|哪[些里个年]|多少|吗|呢/;
  // A browser fetches so many files at once from one server.
  const AT_ONCE = 6;
  // A line on which files take longer, in ms, is slow.
  const WAIT = 150;
  // So many hits are enough to begin with, where more cost a download.
  const ENOUGH_HITS = 15;
  // So many pages are shown that are only near.
  const NEAREST = 12;
  // Of a run of more signs than LONG, so many terms are looked for at first that there are MANY with those of the other
  // words, SOME at least. If more than FEW pages have them, MANY more are, and then all that are rare.
  // A run of more signs than WHOLE is not taken apart into words.
  const MANY = 4, SOME = 3, FEW = 10, LONG = 8, ENOUGH = 5, WHOLE = 24;
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
      if (figure && !/[.,，]/.test(written) && !isSum(text, from, to)) continue;
      if (!written.trim() || written !== written.trim()) continue;
      const ways = [{ text: "", terms: [{ key: term, from: 0, to: 1 }], size: 1 }];
      if (!figure && /^[0-9]+\.[0-9]+$/.test(written)) ways.push({ text: "", terms: [{ key: figureTerm(written), from: 0, to: 1 }], size: 1 });
      const day = figure && lawDay(written);
      if (day) ways.push({ text: "", terms: [{ key: day, from: 0, to: 1 }], size: 1 });
      found.push({ text: written, ways, figure, day, number, organ, decimals: written.includes(".") });
      const start = from - (organ || "").length, end = to + (figure && text[to] === "元" ? 1 : 0);
      text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
    }
    for (const [run] of text.matchAll(RUN)) found.push({ text: run, ways: [phrase(run)], quoted, han: true });
    for (const [word] of text.matchAll(WORD)) found.push({ text: word, ways: spellings(word), latin: true });
    return found;
  }

  // The day that a figure may mean, if a law day is typed so: 12.4.
  function lawDay(written) {
    const [, month, day] = /^(1[0-2]|[1-9])\.([1-9]|[12][0-9]|3[01])$/.exec(written) || [];
    return month && `d${two(month)}-${two(day)}`;
  }

  // Whether a whole figure stands alone or before 元: 5000 is then found in 5,000.00 too. Others are part of a run, 第3组.
  function isSum(text, from, to) {
    return to - from > 2 && !isHan(text[from - 1]) && (text[to] === "元" || !isHan(text[to]));
  }

  // The terms of a run of Han characters and figures, and the signs that each covers.
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
    return { text, terms, signs, size: signs.length };
  }

  // So many of a list, the first and the last among them, the others evenly between.
  function spread(list, many) {
    if (list.length <= many) return list;
    return Array.from({ length: many }, (_, at) => list[Math.round(at * (list.length - 1) / (many - 1 || 1))]);
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
    if (word.length > 2 && !/[iuv]/.test(word)) {  // no syllable begins with these
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

  function letters(number, size) {
    let written = "";
    for (; written.length < size; number = Math.floor(number / 26)) written += String.fromCharCode(97 + number % 26);
    return written;
  }

  // A part of the site with an index of its own.
  class Segment {
    constructor(reader, listed, number) {
      Object.assign(this, listed, { reader, number, buckets: new Map(), lists: new Map(), versions: listed.buckets, count: listed.buckets.length / VERSION * listed.share });
      this.common = new Set((listed.common || "").match(/../g));
      this.values = {};
      for (const [key, text] of Object.entries(listed.columns)) if (key !== "first") this.values[key] = column(text, this.entries);
      this.first = decode(listed.columns.first);
      const begins = decode(listed.spans);
      this.spans = begins.map((from, at) => new Span(this, at, begins.length, from, begins[at + 1] ?? this.entries));
    }

    // The name of a bucket, or of a group of passages; so many beside each other share a version.
    name(at, versions, share = 1) {
      const from = Math.floor(at / share) * VERSION;
      return letters(this.number, 1) + letters(at, PLACE) + versions.slice(from, from + VERSION);
    }

    // The buckets that are not here yet of those that have some terms.
    missing(keys) { return [...new Set(keys.map((key) => bucketOf(key, this.count)))].filter((at) => !this.buckets.has(at)); }

    // Fetches the buckets of terms.
    async ready(keys) {
      await Promise.all(this.missing(keys).map(async (at) => { this.buckets.set(at, await this.reader.load(this.name(at, this.versions, this.share))); }));
    }

    bucket(key) { return this.buckets.get(bucketOf(key, this.count)) || {}; }

    // What stands for a term; nothing where it is none, though all objects have a `constructor`.
    text(key) { const bucket = this.bucket(key); return Object.prototype.hasOwnProperty.call(bucket, key) ? bucket[key] : ""; }

    has(key) { return this.text(key) !== ""; }

    // The passages with a term whose list is not cut.
    list(key) { return this.decoded(key, this.text(key)); }

    decoded(name, text) {
      if (!text) return [];  // its bucket may come yet
      if (!this.lists.has(name)) this.lists.set(name, decode(text));
      return this.lists.get(name);
    }

    // How many passages have a term.
    often(key) {
      const text = this.text(key);
      return text[0] === CUT ? decode(text.slice(1, 1 + (text.length - 1) % NAME))[0] : this.list(key).length;
    }

    // Days since 2000 of every entry's publication, 0 where it is not known.
    async days() {
      if (this.day) return;
      const { day } = await this.reader.load(this.published);
      this.day = column(day, this.entries);
      for (const span of this.spans) span.day = this.day.subarray(span.from, span.to);
    }

    // What is shown of a passage: [title, address, date, text].
    passage(number) { return this.reader.load(`${this.name(Math.floor(number / this.group), this.texts)}/${number % this.group}`); }
  }

  // The entries of a segment from `from` to before `to`, and their passages, both numbered from 0. A list that many
  // passages are on is cut: each span has its part of it in a file (scripts/fazhi/ground/spans.py).
  class Span {
    constructor(segment, number, count, from, to) {
      Object.assign(this, { segment, number, count, from, to, reader: segment.reader, entries: to - from, cut: new Map() });
      this.start = segment.first[from] || 0;
      this.end = to < segment.entries ? segment.first[to] : segment.passages;
      this.passages = this.end - this.start;
      this.first = segment.first.slice(from, to).map((each) => each - this.start);
      this.values = {};
      for (const [key, values] of Object.entries(segment.values)) this.values[key] = values.subarray(from, to);
    }

    // The file with this span's part of a term's list: null where the list is not cut, minus signs where it has none.
    file(key) {
      const text = this.segment.text(key), at = text.length + (this.number - this.count) * NAME;
      return text[0] === CUT ? text.slice(at, at + NAME) : null;
    }

    // The files of terms that are not here yet.
    missing(keys) { return [...new Set(keys.map((key) => this.file(key)))].filter((file) => file && file[0] !== "-" && !this.cut.has(file)); }

    // Makes the terms ready that `list` will be asked for; their buckets are here.
    async ready(keys) {
      await Promise.all(this.missing(keys).map(async (file) => { this.cut.set(file, await this.reader.load(file)); }));
    }

    // The passages with a term.
    list(key) {
      const file = this.file(key);
      return file ? this.segment.decoded(file, this.cut.get(file) || "") : this.count > 1 ? within(this.segment.list(key), this.start, this.end) : this.segment.list(key);
    }

    // Whether a term occurs here; all of its list need not be here.
    has(key) {
      const file = this.file(key), [from, to] = file ? [] : range(this.segment.list(key), this.start, this.end);
      return file ? file[0] !== "-" : from < to;
    }

    // Whether some way of a clause may be met here.
    may(clause, mark = "") { return clause.ways.some((way) => (way.used || way.terms).every((term) => this.keys(way, term, mark).some((key) => this.has(key)))); }

    // Whether it has an entry that some filters let through.
    passes(filters) {
      for (let entry = 0; entry < this.entries; entry++) if (passes({ span: this, entry }, filters)) return true;
      return false;
    }

    // The terms that begin so, or are just a short one.
    beginning(prefix, mark = "") {
      return Object.keys(this.segment.bucket(prefix)).filter((key) => key.startsWith(mark + prefix) || key === `${mark}#${prefix}`);
    }

    // The terms that are looked for, for one of a way's.
    keys(way, { key }, mark = "") {
      return way.prefix ? this.beginning(way.prefix, mark) : [mark && !way.sound ? mark + key : key];
    }

    // The passages that have the terms of a way, for each of them.
    terms(way, mark = "") {
      return (way.used || way.terms).map((term) => {
        const keys = this.keys(way, term, mark);
        return keys.length === 1 ? this.list(keys[0]) : [...new Set(keys.flatMap((key) => this.list(key)))];
      });
    }

    // Everything that a list of clauses asks for.
    asked(list) { return waysOf(list).flatMap((way) => (way.used || way.terms).flatMap((term) => [...this.keys(way, term), ...this.keys(way, term, "^")])); }

    passage(number) { return this.segment.passage(number + this.start); }
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
        const again = this.tries ? `?again=${this.tries}` : "";
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
      this.segments = manifest.segments.map((listed, number) => new Segment(this, listed, number));
      this.village = manifest.values.kind.findIndex(([id]) => id === "village");
      this.spans = this.segments.flatMap((segment) => segment.spans).reverse();
      this.largest = this.segments.reduce((one, other) => (other.entries > one.entries ? other : one));
    }

    // Begins again after a file was lost: all files are asked for anew, whatever the browser has kept.
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
    // `early` is called with an answer of the largest segment alone, if the others take longer: its hits may not be the
    // best and not all, and where it is `rough` they were looked for by some of the terms.
    async search(typed, want, early) {
      await this.open();
      for (const segment of this.segments) segment.lists.clear();
      const query = parse(typed), allowed = this.allowed(query, want);
      const given = query.clauses.map((clause) => widen(clause, this.synonyms));
      const less = bare(query.clauses).map((clause) => widen(clause, this.synonyms));
      const asked = { without: query.without, allowed, filters: Object.entries(allowed), want, enough: want.sort === "date" ? Infinity : ENOUGH_HITS };
      if (!given.length && !asked.without.length && !asked.filters.length) return { how: "none", empty: true, hits: [], rest: [], total: 0, counts: {}, clauses: [] };
      for (const [how, list, ease] of triesOf(given, less)) {
        const soon = early && want.sort !== "date" && how === "whole" && list === given && !ease;
        const found = await this[how](list, asked, soon && (() => this.soon(given, asked, early)));
        if (!found.hits.length) continue;
        const answer = await this.confirmed(Object.assign(await this.answer(how, list, found, asked), ease));
        if (answer) return answer;
      }
      return { how: "none", hits: [], rest: [], total: 0, counts: {}, clauses: less, narrowed: allowed };
    }

    // Looks through spans, those first that promise most, until there are enough hits. Further spans are looked through
    // if little is left to download for them, and are told as the rest otherwise.
    async found(how, list, asked, spans = this.spans) {
      const keys = (span) => span.asked([...list, ...asked.without]), lacks = (span) => span.missing(keys(span)).length;
      const own = (span) => span.values.lang.includes(asked.want.lang);
      const counts = (hit) => passes(hit, asked.filters) && (hit.span.values.lang[hit.entry] === asked.want.lang || !open.some(own));
      const isEnough = () => hits.filter(counts).length >= asked.enough && open.reduce((sum, span) => sum + lacks(span), 0) > AT_ONCE;
      let hits = [], open = this.promising(how, list, asked, spans);
      for (let many = 1; open.length; many *= 2) {
        const next = isEnough() ? open.filter((span) => !lacks(span)) : open.slice(0, many);
        if (!next.length) break;
        open = open.filter((span) => !next.includes(span));
        hits = hits.concat(await this.look(how, next, list, asked, keys));
      }
      return { hits, rest: open };
    }

    // The hits of some spans. `keys`: the terms that are looked for in each.
    async look(how, spans, list, asked, keys) {
      await Promise.all(spans.map((span) => span.ready(keys(span))));
      const hits = [];
      for (const span of spans) hits.push(await MATCH[how](span, list, asked));
      return hits.flat();
    }

    // Spans in which something may be found, those first that have what is narrowed to, pages in the reader's language,
    // and the words in titles.
    promising(how, list, { filters, want }, spans) {
      const promise = (span) => [
        span.passes(filters),
        span.values.lang.includes(want.lang),
        list.filter((clause) => span.may(clause, "^")).length,
      ].map(Number);
      const may = (span) => how !== "whole" || list.every((clause) => span.may(clause));
      const judged = spans.filter(may).map((span) => ({ span, promise: promise(span) }));
      const by = (at) => (one, other) => other.promise[at] - one.promise[at];
      return judged.sort((one, other) => by(0)(one, other) || by(1)(one, other) || by(2)(one, other)).map(({ span }) => span);
    }

    // An answer with more hits, from what was not looked through yet; with all there are if `enough` is infinite.
    async further(answer, enough = ENOUGH_HITS) {
      const asked = { ...answer.asked, enough }, found = await this.found(answer.how, answer.clauses, asked, answer.rest);
      found.hits = found.hits.filter((hit) => answer.how !== "parts" || hit.breaks <= answer.least);
      const { hits, rest, counts } = await this.answer(answer.how, answer.clauses, found, asked);
      const sums = Object.fromEntries(Object.entries(counts).map(([facet, more]) => [facet, more.map((count, at) => count + answer.counts[facet][at])]));
      const all = [...answer.hits, ...hits];
      return { ...answer, hits: all, rest, total: answer.total + hits.length, counts: sums, breaks: breaksOf(answer.how, answer.clauses, all) };
    }

    // Answers from what the largest segment has of the terms chosen at first.
    async soon(list, asked, early) {
      const isOpen = waysOf(list).some((way) => way.used.length < way.terms.length);
      for (const how of isOpen ? ["whole", "near"] : ["whole", "parts", "near"]) {
        const found = how === "near" ? await this.likest(list, asked, this.largest.spans) : await this.found(how, list, asked, this.largest.spans);
        if (found.hits.length) return early({ ...await this.answer(how, list, found, { ...asked, early }), rough: isOpen });
      }
      return null;
    }

    // Pages that have the words as they are typed. Of a long run some terms will do, unless many pages have them.
    async whole(list, asked, soon) {
      this.choose(list);
      await this.ready([...list, ...asked.without], soon);
      let found = await this.found("whole", list, asked);
      for (const many of [MANY, Infinity]) {
        const open = found.hits.length > FEW ? waysOf(list).map((way) => this.others(way, many)) : [];
        if (!open.some((terms) => terms.length)) continue;
        waysOf(list).forEach((way, at) => way.used.push(...open[at]));
        await this.ready(list);
        found = await this.found("whole", list, asked);
      }
      return found;
    }

    // So many terms more of a way.
    others(way, many) {
      const rest = way.size > LONG ? this.rare(way).filter((term) => !way.used.includes(term)) : [];
      return spread(rest, many);
    }

    // Pages that have the words typed without a space between, each somewhere.
    async parts(list, asked) {
      const runs = waysOf(list.filter((clause) => clause.han)).filter((way) => way.size > LONG);
      for (const way of runs) if (way.size > WHOLE || way.terms.length > 32 || await this.isWrong(way)) return { hits: [], rest: [] };
      for (const way of waysOf(list)) way.used = way.terms;
      await this.ready(list);
      const { hits, rest } = await this.found("parts", list, asked), least = Math.max(1, Math.min(...hits.map((hit) => hit.breaks)));
      return { hits: hits.filter((hit) => hit.breaks <= least), rest, least };
    }

    // Pages by how much of the query they have.
    async near(list, asked) {
      for (const way of waysOf(list)) {
        const there = way.terms.filter(({ key }) => this.has(key));
        way.used = way.size > LONG && there.length < ENOUGH ? [...new Set([...there, ...this.chosen(way, ENOUGH)])] : there;
      }
      await this.ready(list);
      await this.fetchTerms(this.lone(list));
      return this.likest(list, asked, this.spans);
    }

    // Of some spans the pages that are nearest: as soon as no other span can have any that is as near, they are known.
    async likest(list, asked, spans) {
      const weights = this.weights(list);
      const keys = (span) => [...weights.flatMap(([key]) => [key, `^${key}`]), ...span.asked(asked.without)];
      const promise = (span) => weights.reduce((sum, [key, weight]) => sum + weight * (span.has(key) + span.has(`^${key}`)), span.values.kind.includes(this.village) ? 1 : 0);
      const open = spans.map((span) => ({ span, promise: promise(span) })).sort((one, other) => other.promise - one.promise);
      let hits = [];
      const ours = () => hits.filter((hit) => passes(hit, asked.filters) && hit.span.values.lang[hit.entry] === asked.want.lang);
      const least = () => ours().map((hit) => hit.worth).sort((one, other) => other - one)[NEAREST - 1];
      for (let many = 1; open.length && !(least() > open[0].promise + 1e-5); many *= 2) {
        hits = hits.concat(await this.look("near", open.splice(0, many).map(({ span }) => span), list, { ...asked, weights }, keys));
      }
      const best = hits.reduce((most, hit) => Math.max(most, hit.worth), 0);
      return { hits: hits.filter((hit) => hit.worth > 0.5 * best), rest: [] };
    }

    // What is looked for to find what is near, each with its weight, of 1 in all: a term counts the more the rarer it is.
    weights(list) {
      const all = this.segments.reduce((sum, segment) => sum + segment.passages, 0);
      const rare = (key) => Math.log(1 + all / (1 + this.segments.reduce((sum, segment) => sum + segment.often(key), 0)));
      const keys = list.flatMap((clause) => clause.ways[0].used.map(({ key }) => [key, rare(key)]));
      const found = [...keys, ...this.lone(list).map((sign) => [sign, 0.3 * rare(sign)])];
      const most = found.reduce((sum, [, weight]) => sum + weight, 0);
      return found.map(([key, weight]) => [key, weight / most]);
    }

    // What a list of clauses is looked for by at first.
    choose(list) {
      const runs = waysOf(list).filter((way) => way.signs && way.size > LONG), others = waysOf(list).filter((way) => !runs.includes(way));
      const room = MANY - others.reduce((sum, way) => sum + way.terms.length, 0);
      for (const way of others) way.used = [...way.terms];
      for (const way of runs) way.used = this.chosen(way, Math.max(SOME, Math.floor(room / runs.length)));
    }

    // The terms of a way to begin with: all of a short one, of a long one some that are not everywhere, spread over it.
    chosen(way, many) {
      if (!way.signs || way.size <= LONG) return [...way.terms];
      const rare = spread(this.rare(way), many);
      return rare.length < many / 2 ? [...rare, ...spread(way.terms.filter((term) => !rare.includes(term)), many - rare.length)] : rare;
    }

    rare(way) { return way.terms.filter(({ key }) => !this.largest.common.has(key)); }

    has(key) { return this.segments.some((segment) => segment.has(key)); }

    // Whether a sign of a run is wrong: the pairs on both sides of it occur nowhere, or the pair at an end, which no cut parts.
    async isWrong(way) {
      const lacks = (term) => term && !this.has(term.key);
      for (const many of [SOME, ENOUGH]) {
        way.used = [...new Set([...way.used, ...this.chosen(way, many)])];
        await this.fetchTerms(way.used.map(({ key }) => key));
        const at = way.used.filter(lacks).map((term) => way.terms.indexOf(term));
        const beside = at.flatMap((each) => [way.terms[each - 1], way.terms[each + 1]]).filter(Boolean);
        await this.fetchTerms(beside.map(({ key }) => key));
        if (at.length) return beside.some(lacks) || at.includes(0) || at.includes(way.terms.length - 1);
      }
      return false;
    }

    // Fetches what clauses ask for: where that is more than comes at once, the largest segment's first. On a slow line
    // `soon` then asks for the texts it shows before the rest is asked for.
    async ready(list, soon) {
      const keys = waysOf(list).flatMap((way) => (way.used || way.terms).map(({ key }) => key));
      const files = this.segments.reduce((sum, segment) => sum + segment.missing(keys).length, 0), begun = performance.now();
      if (soon && files > AT_ONCE) {
        await this.largest.ready(keys);
        if (performance.now() - begun > WAIT) await soon();
      }
      await this.fetchTerms(keys);
    }

    fetchTerms(keys) { return Promise.all(this.segments.map((segment) => segment.ready(keys))); }

    // The signs of pairs that occur nowhere in a short run: a wrong character and its neighbours.
    lone(list) {
      const terms = list.filter((clause) => clause.han && clause.ways[0].size <= LONG).flatMap((clause) => clause.ways[0].terms);
      const signs = terms.filter(({ key }) => !this.has(key)).flatMap(({ key }) => [...key]);
      return [...new Set(signs)].filter((sign) => !isDigit(sign) && sign !== "#");
    }

    // An answer, looked through until some hit holds the words as one; null where none does.
    async confirmed(answer) {
      if (answer.how === "near" || !answer.hits.length) return answer;
      for (let seen = 0; !await this.isTrue(answer, seen); answer = await this.further(answer)) {
        if (!answer.rest.length) return null;
        seen = answer.hits.length;
      }
      return answer;
    }

    // Whether the best hits hold the words as one; if none does, the pairs of characters only happened to meet.
    async isTrue({ hits, ...answer }, seen = 0) {
      for (const [from, to] of [[0, 10], [10, 20], [20, 40], [40, 100]]) {
        if (await soonestTrue(hits.slice(seen + from, seen + to).map((hit) => this.show(hit, answer)))) return true;
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

    // `found`: all hits, those too that are narrowed away; the rest that was not looked through.
    async answer(how, list, found, asked) {
      const { filters, want } = asked, years = this.manifest.values.year.map(([each]) => Number(each) || 0), hits = found.hits.filter((hit) => passes(hit, filters));
      await slice();
      for (const hit of hits) {
        const { values } = hit.span;
        hit.ours = values.lang[hit.entry] === want.lang ? 1 : 0;
        hit.year = years[values.year[hit.entry]];
        if (values.kind[hit.entry] === this.village) hit.worth++;
      }
      await slice();
      if (want.sort === "date") await Promise.all(this.segments.map((segment) => segment.days()));
      hits.sort(want.sort === "date" ? byDate : byWorth);
      await slice();
      if (how === "near") {
        hits.length = Math.min(hits.length, NEAREST);
        if (!asked.early) await this.nearest(hits, list);
      }
      const counts = await this.counts(how === "near" ? hits : found.hits, filters);
      return { how, hits, rest: found.rest, total: hits.length, counts, clauses: list, asked, narrowed: asked.allowed, least: found.least, breaks: breaksOf(how, list, hits) };
    }

    // How many hits each value of a facet has, the other facets narrowed as they are.
    async counts(found, filters) {
      return Object.fromEntries(await inSlices(Object.keys(this.manifest.values), (facet) => {
        const others = filters.filter(([key]) => key !== facet);
        const sums = new Array(this.manifest.values[facet].length).fill(0);
        for (const hit of found) if (passes(hit, others)) sums[hit.span.values[facet][hit.entry]]++;
        return [facet, sums];
      }));
    }

    // Puts those titles first, of the best that come at once, that are spelt most like the query.
    async nearest(hits, list) {
      const typed = list.map((clause) => clause.text).join(""), best = hits.splice(0, AT_ONCE);
      await Promise.all(best.map(async (hit) => {
        const [title] = await hit.span.passage(hit.places(hit.entry)[0]);
        hit.like = 1 - distance(typed, fold(title)) / Math.max(typed.length, title.length);
      }));
      best.sort((one, other) => Math.max(other.like, 0.5) - Math.max(one.like, 0.5) || other.worth - one.worth);
      hits.unshift(...best);
    }

    // What is shown of a hit; null where its text does not hold the words as one, which the index alone cannot tell.
    async show(hit, answer) {
      let all = "", shown = null;
      for (const place of hit.places(hit.entry)) {
        const [title, address, date, text] = await hit.span.passage(place);
        all += fold(`${title}\n${text}\n`);
        shown = shown || { title, address, date, text };
        if (answer.how === "near" || agrees(answer, all)) return { ...this.beside(hit), ...shown, ...told(shown, answer.clauses) };
      }
      return null;
    }

    // A hit's language and the values of its facets.
    beside(hit) {
      const { values } = hit.span;
      const facets = Object.entries(this.manifest.values).map(([facet, known]) => [facet, known[values[facet][hit.entry]]]);
      return { lang: values.lang[hit.entry] ? "en" : "zh", facets: Object.fromEntries(facets) };
    }
  }

  // -- matching -------------------------------------------------------------------------------------------------------

  // Lets the browser show what is typed meanwhile.
  const breathe = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(); };
    port2.postMessage(0);
  });

  // The same, once a slice of work has lasted long enough: a page that is busy for longer is felt to halt.
  const SLICE = 12;
  let begun = 0;
  async function slice() {
    if (performance.now() - begun < SLICE) return;
    await breathe();
    begun = performance.now();
  }

  // What `each` gives for every value of a list, in slices.
  async function inSlices(list, each) {
    const given = [];
    for (const value of list) {
      given.push(each(value));
      await slice();
    }
    return given;
  }

  // How a query is tried, one after the other: as it is typed, its figures read more loosely, in pieces, without the words
  // of a question, by what is nearest.
  function triesOf(given, less) {
    if (!given.length) return [["whole", given]];
    const joined = (list) => list.map((clause) => clause.text).join(" "), same = joined(given) === joined(less);
    const isRound = given.some((clause) => clause.figure && clause.decimals && !clause.figure.includes("."));
    const isQuestion = given.some((clause) => clause.han && !clause.quoted && ASKED.test(clause.text));
    const asIs = [["parts", given]], bareWords = same ? [] : [["whole", less], ["parts", less]];
    const loose = isRound ? [["whole", given, { loose: true }]] : [];
    return [["whole", given], ...loose, ...(isQuestion ? [...bareWords, ...asIs] : [...asIs, ...bareWords]), ["near", same ? given : less]];
  }

  const waysOf = (list) => list.flatMap((clause) => clause.ways);

  // Which passages have all terms of a way: 1 in the mask returned.
  function having(lists, size) {
    const count = new Uint8Array(size);
    lists.forEach((list, at) => { for (const each of list) if (count[each] === at) count[each]++; });
    for (let at = 0; at < size; at++) count[at] = count[at] === lists.length && lists.length ? 1 : 0;
    return count;
  }

  function met(span, clause, mark = "") {
    const masks = clause.ways.map((way) => having(span.terms(way, mark), span.passages));
    return masks.reduce((all, mask) => { for (let at = 0; at < all.length; at++) all[at] |= mask[at]; return all; });
  }

  const PLACES = 4;

  // The passages of an entry whose text may be looked at, those first that count most.
  function placesBy(span, count) {
    return (entry) => {
      const from = span.first[entry], found = [];
      for (let at = from; at < endOf(span, entry); at++) if (count(at)) found.push(at);
      return found.length ? found.sort((one, other) => count(other) - count(one) || one - other).slice(0, PLACES) : [from];
    };
  }

  const endOf = (span, entry) => (entry + 1 < span.entries ? span.first[entry + 1] : span.passages);

  const MATCH = {
    // Entries in which every clause is met by some passage.
    async whole(span, list, { without }) {
      const masks = await inSlices(list, (clause) => met(span, clause)), titles = await inSlices(list, (clause) => met(span, clause, "^"));
      const here = (at) => { let sum = 0; for (const mask of masks) sum += mask[at]; return sum; };
      const places = placesBy(span, here);
      return entriesOf(span, without, (entry, from, to) => {
        let together = 0, often = 0;
        for (let at = from; at < to; at++) {
          const count = here(at);
          often += count;
          if (count > together) together = count;
        }
        if (together < masks.length && !masks.every((mask) => mask.subarray(from, to).includes(1))) return null;
        const titled = titles.reduce((sum, mask) => sum + mask[from], 0);
        return { places, worth: list.length ? (4 * titled + together + Math.log(1 + often)) / list.length : 0 };
      });
    },

    // Entries that have every clause in pieces at least: words typed without a space between.
    async parts(span, list, { without }) {
      const clauses = await inSlices(list, (clause) => clause.ways.map((way) => piecing(span, way)));
      const places = placesBy(span, (at) => clauses.reduce((sum, ways) => sum + ways[0].count(at), 0));
      return entriesOf(span, without, (entry, from, to) => {
        let worth = 0, breaks = 0;
        for (const ways of clauses) {
          const best = ways.map((each) => each.judge(entry, from, to)).sort((one, other) => other.worth - one.worth)[0];
          if (!best.worth) return null;
          worth += best.worth / list.length;
          breaks += best.breaks;
        }
        return { places, worth, breaks };
      });
    },

    // Entries by how much of the query they have: of a wrong character the pairs beside it are missing.
    async near(span, list, { without, weights }) {
      const worth = new Float32Array(span.passages);
      const add = ([key, weight]) => {
        for (const each of span.list(key)) worth[each] += weight;
        for (const each of span.list(`^${key}`)) worth[each] += weight;
      };
      await inSlices(weights, add);
      const places = placesBy(span, (at) => worth[at]);
      return entriesOf(span, without, (entry, from, to) => {
        let best = 0;
        for (let at = from; at < to; at++) if (worth[at] > best) best = worth[at];
        return best > 0.3 ? { places, worth: best } : null;
      });
    },
  };

  async function entriesOf(span, without, judge) {
    const refused = await inSlices(without, (clause) => met(span, clause)), hits = [];
    for (let entry = 0; entry < span.entries; entry++) {
      if (entry % 500 === 0) await slice();
      const from = span.first[entry], to = endOf(span, entry), judged = judge(entry, from, to);
      if (judged && !refused.some((mask) => mask.subarray(from, to).includes(1))) hits.push({ span, entry, ours: 0, year: 0, ...judged });
    }
    return hits;
  }

  // How a way's text is put together from pieces, each in one passage of an entry: `judge` tells how many breaks there
  // are between them at least, and a worth, 0 where a sign is left out, the more the more of it stands in the title.
  function piecing(span, way) {
    if (!way.signs) {
      const mask = having(span.terms(way), span.passages);
      const judge = (entry, from, to) => (mask.subarray(from, to).includes(1) ? { worth: 1, breaks: 0 } : { worth: 0, breaks: Infinity });
      return { judge, count: (at) => mask[at] };
    }
    const lists = span.terms(way), has = new Uint32Array(span.passages), titled = new Uint32Array(span.passages);
    lists.forEach((list, at) => { for (const each of list) has[each] |= 1 << at; });
    span.terms(way, "^").forEach((list, at) => { for (const each of list) titled[each] |= 1 << at; });
    const weights = lists.map((list) => Math.log(1 + span.passages / (1 + list.length)));
    const most = weights.reduce((sum, weight) => sum + weight, 0);
    const inside = insides(way);
    const judge = (entry, from, to) => {
      let union = 0, worth = 0;
      for (let at = from; at < to; at++) union |= has[at];
      const breaks = fewest(way.size, (start, end) => {
        const mask = inside[start][end];
        if (!mask || (union & mask) !== mask) return false;
        for (let at = from; at < to; at++) if ((has[at] & mask) === mask) return true;
        return false;
      }) - 1;
      if (breaks === Infinity) return { worth: 0, breaks };
      weights.forEach((weight, at) => { if (union >>> at & 1) worth += weight * (1 + 0.5 * (titled[from] >>> at & 1)); });
      return { worth: 1 + worth / most, breaks };
    };
    const count = (at) => { let bits = 0; for (let mask = has[at]; mask; mask &= mask - 1) bits++; return bits; };
    return { judge, count };
  }

  // For every stretch of a way's signs the terms in it, as bits; 0 where they leave a sign of it out.
  function insides(way) {
    const found = [];
    for (let start = 0; start <= way.size; start++) {
      found.push(new Uint32Array(way.size + 1));
      for (let end = start + 1; end <= way.size; end++) {
        let mask = 0, to = start;
        way.terms.forEach((term, at) => {
          if (term.from < start || term.to > end) return;
          mask |= 1 << at;
          if (term.from <= to) to = Math.max(to, term.to);
        });
        found[start][end] = to === end ? mask : 0;
      }
    }
    return found;
  }

  // Into how few pieces something of `size` signs falls, if it may be cut so that every piece is one.
  function fewest(size, isPiece) {
    const least = [0];
    for (let end = 1; end <= size; end++) {
      least.push(Infinity);
      for (let start = 0; start < end; start++) {
        if (least[start] + 1 < least[end] && isPiece(start, end)) least[end] = least[start] + 1;
      }
    }
    return least[size];
  }

  // True as soon as one of some promises keeps something; else false once all have come.
  function soonestTrue(promises) {
    return new Promise((resolve, reject) => {
      for (const each of promises) each.then((value) => { if (value) resolve(true); }, reject);
      Promise.all(promises).then((all) => resolve(all.some(Boolean)), reject);
    });
  }

  // How many breaks a text may have between the pieces of what was typed. Long runs are asked as one remembers them,
  // not as they stand.
  function breaksOf(how, list, hits) {
    const isLong = waysOf(list).some((way) => way.signs && way.size > LONG);
    return how !== "parts" || isLong ? Infinity : Math.max(1, Math.min(...hits.map((hit) => hit.breaks)));
  }

  const passes = (hit, filters) => filters.every(([facet, values]) => values.has(hit.span.values[facet][hit.entry]));
  const last = (one, other) => other.span.from + other.entry - one.span.from - one.entry;
  const byDate = (one, other) => other.span.day[other.entry] - one.span.day[one.entry] || last(one, other);
  const byWorth = (one, other) => other.ours - one.ours || other.worth - one.worth || other.year - one.year || last(one, other);

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

  // Whether a text that has the terms of an answer's clauses has its words.
  function agrees(answer, text) {
    if (answer.how === "whole") return answer.clauses.every((clause) => holds(clause, text, answer.loose));
    let breaks = 0;
    for (const clause of answer.clauses) {
      const pieces = !isFinite(answer.breaks) ? 1 : clause.han ? Math.min(...clause.ways.map((way) => piecesIn(text, way))) : holds(clause, text) ? 1 : Infinity;
      breaks += pieces - 1;
    }
    return breaks <= answer.breaks;
  }

  // In how few pieces of two signs or more a text has a way; no figure is cut.
  function piecesIn(text, { signs, size }) {
    const cuts = (at) => at > 0 && at < size && isDigit(signs[at - 1]) && isDigit(signs[at]);
    return fewest(size, (start, end) => end - start > 1 && !cuts(start) && !cuts(end) && text.includes(signs.slice(start, end).join("")));
  }

  // How many signs two names of organs before a number have in common at their end: 0 where they are two organs. Words
  // may stand before a name.
  function alike(one, other) {
    let same = 0;
    while (same < one.length && same < other.length && one[one.length - 1 - same] === other[other.length - 1 - same]) same++;
    return same === Math.min(one.length, other.length) || same > 2 ? same : 0;
  }

  // Whether a text that has all terms of a clause has them as one. A sum typed with its 分 is one written with them,
  // unless `loose`.
  function holds(clause, text, loose) {
    if (clause.number) {
      return [...marked(text)].some((each) => each.number === clause.number && (!clause.organ || alike(each.organ, clause.organ)));
    }
    if (clause.figure) {
      const agree = (written) => (clause.decimals ? written === clause.figure : written.split(".")[0] === clause.figure || written === clause.figure);
      if (clause.day && [...marked(text)].some(({ term }) => term[0] === "d" && term.endsWith(clause.day.slice(1)))) return true;
      return [...text.matchAll(FIGURE)].some(([written]) => agree(canonical(written)) && (loose || !clause.decimals || written.includes(".")));
    }
    return !clause.han || clause.ways.some((way) => (way.size < 3 && !clause.quoted) || text.includes(way.text));
  }

  // -- showing --------------------------------------------------------------------------------------------------------

  // Where in a text the clauses stand: rising [from, to].
  function marks(text, list) {
    const folded = fold(text), found = [];
    const all = (words) => { for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) found.push([at, at + words.length]); };
    const terms = new Set();
    for (const clause of list) {
      if (clause.number) {
        for (const each of marked(folded)) if (each.number === clause.number) found.push([each.from - alike(each.organ, clause.organ), each.to]);
        continue;
      }
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

  // What is marked in a hit's title, and the part of its text around what was found.
  function told({ title, text }, list) { return { titleMarks: marks(title, list), excerpt: excerpt(text, list) }; }

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
