import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toChineseVariantsModule } from './chinese-variants.ts'

// Writes the table that makes traditional and simplified Chinese one for search. Run after an update of opencc-js.
const target = fileURLToPath(new URL('../src/search/fold/chinese-variants.ts', import.meta.url))
writeFileSync(target, toChineseVariantsModule())
