// In place of `ui/failure-key.ts`: what a file lacks cannot be fetched again.
import { DataError, type DataErrorKind } from '#reader/data/files/data-error.ts'
import type { FailureKeys } from '#reader/ui/failure-key.ts'

const keysOf: Readonly<Partial<Record<DataErrorKind, FailureKeys>>> = {
  absent: { what: 'copy.absent', next: 'copy.absentNext' },
  cut: { what: 'copy.cut', next: 'copy.cutNext' },
  corrupt: { what: 'copy.damaged', next: 'copy.damagedNext' },
  contract: { what: 'failure.contract', next: 'failure.contractNext' },
}

/** The message keys for a failure to read a file. */
export function toFailureKeys(error: unknown): FailureKeys {
  const keys = error instanceof DataError ? keysOf[error.kind] : undefined
  if (keys === undefined) return { what: 'failure.unknown', next: 'failure.unknownNext' }
  return keys
}
