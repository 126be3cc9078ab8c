// node build.js ENGINE ENTRIES.json OUT: builds ENGINE's index of the entries into the folder OUT, and says as JSON how
// many milliseconds of computing that took and, where the engine names pages itself, the entry's number by each name.
"use strict";
const fs = require("fs");
const path = require("path");

const [engine, entries, out] = process.argv.slice(2);
// Computing alone: a busy machine would be counted as the engine's own slowness.
const computed = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const write = (name, data) => fs.writeFileSync(path.join(out, name), data);
const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

require("./pairs.js");
require(`./${engine}.js`);
const pages = JSON.parse(fs.readFileSync(entries, "utf8"));
globalThis.FazhiEngine.build(pages, { write, computed, safe, out }).then((built) => console.log(JSON.stringify(built)));
