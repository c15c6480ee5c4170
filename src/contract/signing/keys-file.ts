import { ContractError } from '../contract-error.ts'
import { archiveIdPattern, parsePublicKey, toPublicKeyText, type PublicKey } from './public-key.ts'

/** Path of the list of an archive's keys, and of its signature by the root key. */
export const keysPath = 'KEYS'
export const keysSignaturePath = 'KEYS.minisig'

/** The keys of an archive. */
export interface KeyList {
  /** Name of the archive, see `toArchiveId`. */
  archive: string
  /** Grows whenever the list changes. */
  sequence: number
  /** The key that signs this list, and nothing else. */
  root: PublicKey
  /** The keys that sign builds. */
  daily: PublicKey[]
}

const mostDaily = 8

/** The text of a list: a line each for archive, sequence, root key and every daily key. */
export function toKeysText({ archive, sequence, root, daily }: KeyList): string {
  const keys = daily.map((key) => `daily ${toPublicKeyText(key)}\n`).join('')
  return `archive ${archive}\nsequence ${sequence}\nroot ${toPublicKeyText(root)}\n${keys}`
}

/**
 * Parses a list of keys; its signature is another matter.
 * @throws ContractError when it is anything but what `toKeysText` writes.
 */
export function parseKeys(text: string): KeyList {
  const [archive = '', sequence = '', root = '', ...daily] = text.split('\n')
  const list = {
    archive: archive.replace(/^archive /, ''),
    sequence: Number(sequence.replace(/^sequence /, '')),
    root: parseKeyLine('root', root),
    daily: daily
      .slice(0, mostDaily)
      .flatMap((line) => (line === '' ? [] : [parseKeyLine('daily', line)])),
  }
  const isForm = archiveIdPattern.test(list.archive) && Number.isSafeInteger(list.sequence)
  if (isForm && list.sequence > 0 && toKeysText(list) === text) return list
  throw new ContractError('a list of keys has another form')
}

function parseKeyLine(name: string, line: string): PublicKey {
  const key = line.startsWith(`${name} `) ? parsePublicKey(line.slice(name.length + 1)) : undefined
  if (key === undefined) throw new ContractError('a list of keys has another form')
  return key
}

/** The trusted comment of the signature over a list. */
export function toKeysComment({
  archive,
  sequence,
}: Pick<KeyList, 'archive' | 'sequence'>): string {
  return `archive ${archive} keys ${sequence}`
}
