// Prints, for each feature file given, what the official Gherkin makes of it, one JSON line a file.
import fs from "node:fs";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";

for (const path of process.argv.slice(2)) {
  let id = 0;
  const newId = () => String(id++);
  try {
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
    const document = parser.parse(fs.readFileSync(path, "utf-8").replace(/^\uFEFF/, ""));
    console.log(JSON.stringify({ document, pickles: compile(document, "x", newId) }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
