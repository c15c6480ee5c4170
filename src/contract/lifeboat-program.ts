import * as v from 'valibot'
import { parseShape } from './contract-error.ts'

/** Text that stands in an element of a page as it is. */
const inElement = v.pipe(v.string(), v.regex(/^(?![^]*<\/)/, 'does not end its element'))

const packed = v.pipe(v.string(), v.regex(/^[^\s"&'<>]+$/, 'base 85'))

/** Hash of a script or style sheet, as a Content-Security-Policy names it. */
const source = v.pipe(v.string(), v.regex(/^'sha256-[\d+/A-Za-z]{43}='$/))

const programShape = v.object({
  /** The script that unpacks the reader. */
  loader: inElement,
  /** The style sheet. */
  styles: inElement,
  /** The reader's script, gzip in base 85. */
  reader: packed,
  /** The search worker's script, gzip in base 85. */
  worker: packed,
  sources: v.object({ loader: source, reader: source, styles: source }),
})

/** The reader in the form that a lifeboat holds: each part is one text. */
export type LifeboatProgram = v.InferOutput<typeof programShape>

/** @throws ContractError when the shape is wrong. */
export function parseLifeboatProgram(value: unknown): LifeboatProgram {
  return parseShape(programShape, 'lifeboat program', value)
}
