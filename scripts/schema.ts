import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchema } from '../src/publish/json-schema.ts'

/** Writes schema/briefing.schema.json from the shapes of src/publish/schema.ts. */
const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'schema', 'briefing.schema.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, jsonSchema())
