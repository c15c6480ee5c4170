import { DataError } from '#reader/data/files/data-error.ts'

/**
 * In place of `chinese-script/to-traditional.ts`, which a lifeboat does not hold.
 * @throws DataError `absent`, always.
 */
export function makeTraditionalizer(): never {
  throw new DataError('absent', 'dictionary of traditional characters', {})
}
