import { readFile } from 'node:fs/promises'
import { parsePublicKey, type PublicKey } from '#contract/signing/public-key.ts'
import { BuildError } from '#builder/ground/build-error.ts'

/**
 * Reads a public key: the key itself, or the path of minisign's file with it.
 * @throws BuildError when it is neither.
 */
export async function readPublicKey(text: string): Promise<PublicKey> {
  const given = parsePublicKey(text)
  if (given !== undefined) return given
  const lines = await readFile(text, 'utf8').then(
    (file) => file.split(/\r?\n/),
    () => [],
  )
  const key = lines.map(parsePublicKey).find((line) => line !== undefined)
  if (key !== undefined) return key
  throw new BuildError(
    'The value of --key is neither a public key nor a file that holds one.',
    'Give root.pub as `broadsheet keys` wrote it, or its line that begins with RW.',
  )
}
