import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toChineseVariantsModule } from './chinese-variants.ts'

// Generates the table by which search folds traditional and simplified Chinese. Run it after an update of opencc-js.
const target = fileURLToPath(new URL('../src/search/fold/chinese-variants.ts', import.meta.url))
writeFileSync(target, toChineseVariantsModule())
