import { TooLargeError } from '#shape/too-large-error.ts'
import { BuildError } from '#builder/ground/build-error.ts'

/** The error for posts that do not fit into one file; any other as it is. */
export function explainTooLarge(error: unknown): unknown {
  return error instanceof TooLargeError
    ? new BuildError(
        `The file would be too large: ${error.message}.`,
        'Give a query that fewer posts match, or --pictures none.',
        { cause: error },
      )
    : error
}
