import { DataError, isGone } from '#reader/data/files/data-error.ts'

/** Keys of what is said about a failure, and of what can be done. */
export interface FailureKeys {
  what: string
  next: string
}

/** The message keys for a failure to load a file. In a lifeboat `one-file/failure-key.ts` stands here. */
export function toFailureKeys(error: unknown): FailureKeys {
  const what = toKey(error)
  return { what, next: `${what}Next` }
}

function toKey(error: unknown): string {
  if (!(error instanceof DataError)) return 'failure.unknown'
  return isGone(error) ? 'failure.gone' : `failure.${error.kind}`
}
