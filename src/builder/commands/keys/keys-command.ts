import { toKeyPrint, toPublicKeyText } from '#contract/signing/public-key.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeKeys, rotateKeys } from './key-folder.ts'
import { refusePublicPlace } from './refuse-public-place.ts'

/** Makes the keys of an archive, or a new daily key. Prints public keys only. Returns the exit code. */
export async function runKeys(
  folder: string,
  { rotate }: { rotate?: true },
  io: ConsoleIo,
): Promise<number> {
  await refusePublicPlace(folder)
  const { archive, root, daily, sequence } = await (rotate === true ? rotateKeys : makeKeys)(folder)
  io.out(`Archive ${archive}, keys ${sequence}`)
  io.out(`Print of the root key: ${toKeyPrint(archive)}`)
  io.out(`Root key: ${toPublicKeyText(root)}`)
  for (const key of daily) io.out(`Daily key: ${toPublicKeyText(key)}`)
  io.out('Tell readers the print and the root key by other ways than this site.')
  io.out(
    'Keep root.key offline, with a copy: only --rotate needs it. build --sign takes daily.key.',
  )
  return 0
}
