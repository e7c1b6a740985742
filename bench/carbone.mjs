// Merges TEMPLATE with DATA again and again, as Carbone's documentation shows; says how long each took, in milliseconds.
//   node carbone.mjs FOLDER-OF-NODE-MODULES TEMPLATE DATA OUT ROUNDS
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, template, data, out, rounds] = process.argv.slice(2);
const carbone = createRequire(modules + "/")("carbone");
const facts = JSON.parse(readFileSync(data, "utf8"));
const render = () =>
  new Promise((done, failed) => carbone.render(template, facts, (error, result) => (error ? failed(error) : done(result))));
writeFileSync(out, await render());
const taken = [];
for (let round = 0; round < Number(rounds); round++) {
  const begun = performance.now();
  await render();
  taken.push(performance.now() - begun);
}
console.log(JSON.stringify(taken));
process.exit(0);
