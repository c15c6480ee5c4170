import type { ListFormat } from './list-format.ts'

/**
 * JSON Lines: one object a post and line, with the fields of `Reference`, the day of the export, `accessed`, and of a
 * signed archive the print of its key, `keyPrint`.
 */
export const jsonlFormat: ListFormat = {
  extension: 'jsonl',
  contentType: 'application/jsonl',
  entry: (reference, { accessed, keyPrint }) =>
    `${JSON.stringify({ ...reference, accessed, keyPrint })}\n`,
  separator: '',
  tail: '',
}
