// Merges TEMPLATE with DATA once into OUT, then once more for each line that comes in, as Carbone's documentation shows;
// says how long each took, in milliseconds.
//   node carbone.mjs FOLDER-OF-NODE-MODULES TEMPLATE DATA OUT
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, template, data, out] = process.argv.slice(2);
const carbone = createRequire(modules + "/")("carbone");
const facts = JSON.parse(readFileSync(data, "utf8"));
const render = () =>
  new Promise((done, failed) => carbone.render(template, facts, (error, result) => (error ? failed(error) : done(result))));
const timed = async () => {
  const begun = performance.now();
  const result = await render();
  console.log(performance.now() - begun);
  return result;
};
writeFileSync(out, await timed());
for await (const _ of createInterface({ input: process.stdin })) await timed();
process.exit(0);
