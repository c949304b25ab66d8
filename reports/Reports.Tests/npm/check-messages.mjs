// Reads messages with the official package, checks each against the official schema, renders them, and prints what it found.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { parseEnvelope } from "@cucumber/messages";
import { CucumberHtmlStream } from "@cucumber/html-formatter";

const [input, output] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const schemaPath = path.join(path.dirname(require.resolve("@cucumber/messages")), "..", "messages.schema.json");
const schema = JSON.parse(fs.readFileSync(schemaPath, "utf-8"));
const problems = [];

function check(value, rule, at, document = schema) {
  if (rule.$ref) {
    const [file, inside] = rule.$ref.split("#");
    const next = file ? schema.$defs[new URL(file, schema.$id).href] : document;
    const target = inside ? inside.split("/").slice(1).reduce((node, name) => node[name], next) : next;
    return check(value, target, at, next);
  }
  if (rule.enum && !rule.enum.includes(value)) problems.push(`${at}: ${value} is none of ${rule.enum}`);
  if (rule.type === "array") {
    if (!Array.isArray(value)) problems.push(`${at}: no array`);
    else value.forEach((item, i) => check(item, rule.items, `${at}[${i}]`, document));
  } else if (rule.type === "object" || rule.properties) {
    if (typeof value !== "object" || value === null) return problems.push(`${at}: no object`);
    for (const name of rule.required ?? []) if (!(name in value)) problems.push(`${at}: lacks ${name}`);
    for (const [name, inner] of Object.entries(value)) {
      if (rule.properties?.[name]) check(inner, rule.properties[name], `${at}.${name}`, document);
      else problems.push(`${at}: unknown ${name}`);
    }
  } else if (rule.type === "integer" ? !Number.isInteger(value) : rule.type && typeof value !== rule.type) {
    problems.push(`${at}: ${value} is no ${rule.type}`);
  }
}

const envelopes = fs.readFileSync(input, "utf-8").trimEnd().split("\n").map(parseEnvelope);
envelopes.forEach((envelope, i) => check(envelope, schema, `line ${i + 1}`));

const stream = new CucumberHtmlStream();
const file = fs.createWriteStream(output);
stream.pipe(file);
for (const envelope of envelopes) stream.write(envelope);
stream.end();
await new Promise((resolve, reject) => { file.on("finish", resolve); stream.on("error", reject); });
console.log(JSON.stringify({ problems, kinds: envelopes.map(e => Object.keys(e)[0]), envelopes }));
