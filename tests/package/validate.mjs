// Checks descriptors against the profile. usage: node validate.mjs DESCRIPTOR...; exit code 1 when one is refused.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
const validate = ajv.compile(JSON.parse(readFileSync("datapackage-2.0.json", "utf8")));
let refused = 0;
for (const path of process.argv.slice(2)) {
  if (validate(JSON.parse(readFileSync(path, "utf8")))) {
    console.log(`${path}: accepted`);
    continue;
  }
  refused = 1;
  for (const error of validate.errors.slice(0, 20)) console.log(`${path}: ${error.instancePath}: ${error.message}`);
}
process.exit(refused);
