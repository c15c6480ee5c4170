import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import { decodeText } from '../text/decode-text.ts'
import { parseFrontMatter } from '../front-matter/parse-front-matter.ts'
import { splitFrontMatter } from '../front-matter/split-front-matter.ts'
import { toName } from '../front-matter/known-fields.ts'
import { parseCascade } from './cascade.ts'
import type { PostDefault } from './post-defaults.ts'

const indexName = /^_index(?:\.[a-z-]{2,8})?\.(?:md|markdown|mdown)$/i
/** More pages of sections than this are not looked at. */
const mostIndexes = 2_000
const mostBytes = 65_536

/** A file below a folder, as `WalkedPath`. */
interface FilePath {
  folder: string
  name: string
  skipped?: string
}

/**
 * Front matter that Hugo's pages of sections (`_index.md`) give the posts below them by `cascade`. What cannot be read
 * gives none. Never throws.
 */
export async function readCascades(
  root: string,
  paths: readonly FilePath[],
): Promise<PostDefault[]> {
  const pages = paths
    .filter(({ name, skipped }) => skipped === undefined && indexName.test(name))
    .slice(0, mostIndexes)
  const found = await Promise.all(pages.map((page) => readCascade(root, page)))
  return found.flat()
}

async function readCascade(root: string, { folder, name }: FilePath): Promise<PostDefault[]> {
  const bytes = await readFile(toDiskPath(join(root, folder, name))).catch(() => undefined)
  if (
    bytes === undefined ||
    !bytes
      .subarray(0, mostBytes)
      .toString('latin1')
      .match(/cascade/i)
  ) {
    return []
  }
  const split = splitFrontMatter(decodeText(bytes.subarray(0, mostBytes)).text)
  if (split.error) return []
  const { text, line, form } = split.value
  const parsed = parseFrontMatter(text, line, form)
  if (parsed.error) return []
  const field = [...parsed.value.fields].find(([key]) => toName(key) === 'cascade')?.[1]
  return parseCascade(field?.value, folder.replace(/^content(?:\/|$)/, ''))
}
