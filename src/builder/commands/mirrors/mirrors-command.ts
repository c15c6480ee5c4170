import { listMirrorAddresses } from '#contract/mirror-address.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { drawFiles } from './draw-files.ts'
import { judgeMirror } from './judge-mirror.ts'

/** Options of the command line. */
export interface MirrorsFlags {
  files: number
  timeout: number
}

/** Asks every mirror that a built site names for its files. Returns the exit code: 1 when one of them is wrong. */
export async function runMirrors(
  folder: string,
  { files: most, timeout }: MirrorsFlags,
  io: ConsoleIo,
): Promise<number> {
  const files = await SiteFiles.open(folder)
  const { address } = files.manifest
  const mirrors = listMirrorAddresses(files.manifest.mirrors)
  if (mirrors.length === 0) {
    throw new BuildError(
      `The site in "${folder}" names no mirrors.`,
      'Build it with --mirror https://… for each.',
    )
  }
  // Drawn anew for each run: who lies in one file is met some day.
  const drawn = await drawFiles(folder, most, Math.random)
  const site = { files, drawn }
  const origin = address === undefined ? 'https://reader.invalid' : new URL(address).origin
  const how = { timeoutMs: timeout * 1_000, origin }
  const verdicts = await Promise.all(mirrors.map((mirror) => judgeMirror(mirror, site, how)))
  for (const [at, { says, isWrong }] of verdicts.entries()) {
    const line = `${mirrors[at] ?? ''}: ${says}`
    if (isWrong) io.err(line)
    else io.out(line)
  }
  const wrong = verdicts.filter(({ isWrong }) => isWrong).length
  if (wrong > 0) io.err(`broadsheet: ${wrong} of ${toCountText(mirrors.length, 'mirror')} failed.`)
  return wrong > 0 ? 1 : 0
}
