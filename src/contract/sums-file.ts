import { ContractError } from './contract-error.ts'
import { manifestPath } from './file-names.ts'

/** Path of the file that leads to a hash of every other file of a site: of the manifest, and of the list of lists. */
export const sumsPath = 'SHA256SUMS'

/** A file and its hash: SHA-256 as 64 hexadecimal digits. */
export interface FileSum {
  path: string
  sha256: string
}

// A path stays below the site: no empty step, no `.`, no `..`.
const line = /^([0-9a-f]{64}) {2}((?!\.{0,2}\/)(?!.*\/\.{0,2}(?:\/|$))(?!\.{1,2}$)[^\\\r\n]+)$/s

/** Lists files as `sha256sum` does: a line each, ascending by path. */
export function toSumsText(sums: readonly FileSum[]): string {
  return sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/**
 * Parses a list of hashes; `name` is what errors call it.
 * @throws ContractError when it is anything but what `toSumsText` writes: another form, an order, a path twice, or one
 * that is no path of a file below the site.
 */
export function parseSums(text: string, name = 'a list of hashes'): FileSum[] {
  if (!text.endsWith('\n')) throw new ContractError(`${name} ends amid a line`)
  let before = ''
  return text
    .slice(0, -1)
    .split('\n')
    .map((one) => {
      const [, sha256 = '', path = ''] = line.exec(one) ?? []
      if (path <= before) throw new ContractError(`${name} has another form`)
      before = path
      return { path, sha256 }
    })
}

/** What `SHA256SUMS` holds: the hashes from which all others follow. */
export interface SumsRoot {
  manifest: FileSum
  /** The list of all lists. */
  lists: FileSum
}

/** @throws ContractError when a text is not a site's `SHA256SUMS`. */
export function parseSumsRoot(text: string): SumsRoot {
  const [lists, manifest, ...more] = parseSums(text, sumsPath)
  if (lists === undefined || manifest?.path !== manifestPath || more.length > 0) {
    throw new ContractError(`${sumsPath} does not name the manifest and one list`)
  }
  if (!/^data\/sums\/[a-z2-7]+\.txt$/.test(lists.path)) {
    throw new ContractError(`${sumsPath} names a list elsewhere`)
  }
  return { manifest, lists }
}
