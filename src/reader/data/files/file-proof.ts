import { hasHash, type FetchOptions } from './fetch-file.ts'

/** Whether bytes are those of a file, whoever has sent them. */
export type FileProof = NonNullable<FetchOptions['isProven']>

/** What proves the bytes of a file, as it is asked for; `undefined` where nothing does. */
export function toProof({ hash, isProven }: FetchOptions): FileProof | undefined {
  return isProven ?? (hash && ((bytes) => hasHash(bytes, hash)))
}
