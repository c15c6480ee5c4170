import type { ListFormat } from './list-format.ts'

/** JSON Lines: one object a post and line, with the fields of `Reference` and the day of the export, `accessed`. */
export const jsonlFormat: ListFormat = {
  extension: 'jsonl',
  contentType: 'application/jsonl',
  entry: (reference, { accessed }) => `${JSON.stringify({ ...reference, accessed })}\n`,
  separator: '',
  tail: '',
}
