import { bibtexFormat } from './bibtex.ts'
import { cslFormat } from './csl.ts'
import { csvFormat } from './csv.ts'
import { jsonlFormat } from './jsonl.ts'
import type { ListFormat } from './list-format.ts'
import { markdownFormat } from './markdown-list.ts'
import { risFormat } from './ris.ts'

/** Every format that a list can be exported in, by the name that the command line has for it. */
export const listFormats = {
  csv: csvFormat,
  jsonl: jsonlFormat,
  markdown: markdownFormat,
  bibtex: bibtexFormat,
  ris: risFormat,
  'csl-json': cslFormat,
} as const satisfies Record<string, ListFormat>

export type ListFormatName = keyof typeof listFormats

/** Names of all formats, in the order in which they are offered. */
export const listFormatNames = Object.keys(listFormats) as readonly ListFormatName[]

/** What a list can be taken in: the formats that list posts, and a book of their texts, which `src/shape/book` writes. */
export const takenFormatNames = [...listFormatNames, 'epub'] as const
export type TakenFormatName = (typeof takenFormatNames)[number]

/** Returns the name of what a list can be taken in; `undefined` for any other text. */
export function parseTakenFormatName(text: string): TakenFormatName | undefined {
  return takenFormatNames.find((name) => name === text)
}
