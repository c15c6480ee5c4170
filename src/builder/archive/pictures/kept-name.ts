import * as v from 'valibot'
import { pictureTypes, type PictureFile } from '#contract/picture-file.ts'

/**
 * Name of a picture in the folder that keeps it: a `PictureFile`, or one with no more than the first 16 characters of the
 * hash, as programs before schema version 5 named it.
 */
export type KeptName = PictureFile | (string & { readonly kind: 'KeptName' })

const namePattern = new RegExp(`^[a-z2-7]{16}(?:[a-z2-7]{10})?\\.(?:${pictureTypes.join('|')})$`)

/** Shape of such a name in the ledger. */
export const keptName = v.custom<KeptName>(
  (value) => typeof value === 'string' && namePattern.test(value),
  'picture file',
)

/** Whether a picture whose full name is `file` may have the name under which it was kept. */
export function isNameOf(name: KeptName, file: PictureFile): boolean {
  const [hash = '', type = ''] = name.split('.')
  return file.startsWith(hash) && file.endsWith(`.${type}`)
}
