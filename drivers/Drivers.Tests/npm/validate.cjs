// node validate.cjs SCHEMA FILE...: a line a file, "ok" or "no", and why.
const fs = require('node:fs');
const Ajv = require('ajv/dist/2020').default;

const [schema, ...files] = process.argv.slice(2);
const json = file => JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(json(schema));

for (const file of files) {
  let why = '';
  try {
    why = validate(json(file)) ? '' : validate.errors.map(e => `${e.instancePath} ${e.message}`).join('; ');
  } catch (e) {
    why = e.message || 'not JSON';
  }
  console.log(`${why ? 'no' : 'ok'} ${why.replace(/\s+/g, ' ')}`);
}
