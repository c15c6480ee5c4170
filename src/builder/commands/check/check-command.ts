import type { KeptFacts } from '#builder/archive/pictures/check-picture.ts'
import { CheckedMemory } from '#builder/archive/pictures/checked-memory.ts'
import { openKeptPictures } from '#builder/archive/pictures/open-kept-pictures.ts'
import { readArchive } from '#builder/archive/read-archive.ts'
import { scanFolders } from '#builder/read/discover/scan-folders.ts'
import { PostStore } from '#builder/archive/cache/post-store.ts'
import { readCheckedLifeboat } from '../lifeboat/check-lifeboat.ts'
import { openLifeboatProgram } from '../lifeboat/lifeboat-program.ts'
import { readPublicKey } from './read-public-key.ts'
import { verifySite } from './verify-site.ts'
import type { PublicKey } from '#contract/signing/public-key.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { holdsSite } from '#builder/site/verify/holds-site.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { failsStrictly, type ReadFlags } from '../build/build-command.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeConsoleProgress } from '../console/console-progress.ts'
import { openReportFile } from '../console/report-file.ts'
import {
  toAccountLine,
  toPictureDataLine,
  toPictureLine,
  toProblemLines,
  toChangesLine,
  toLinksLine,
  toSettingsLine,
  toRecurringLine,
} from '../console/report-text.ts'

/** Reports on folders of posts without writing a site. Verifies a single built site, or a lifeboat, instead. */
export async function runCheck(
  folders: string[],
  flags: ReadFlags & { key?: string },
  io: ConsoleIo,
): Promise<number> {
  const wanted = flags.key === undefined ? undefined : await readPublicKey(flags.key)
  const [only] = folders
  if (only !== undefined && folders.length === 1 && holdsSite(only)) {
    return checkSite(only, wanted, io)
  }
  if (wanted !== undefined) throw toUnsigned(folders)
  if (only !== undefined && folders.length === 1 && /\.html?$/i.test(only)) {
    return checkFile(only, io)
  }
  const writeReport = await openReportFile(flags.report, folders)
  const { stamps, ...seen } = await scanFolders(folders, undefined, flags.drafts === true)
  const memory = new CheckedMemory<KeptFacts>([], Date.now())
  const { pictures, discovery } = await openKeptPictures(seen.discovery, memory)
  const store = await PostStore.openTemporary()
  try {
    const { report } = await readArchive(discovery, {
      stamps,
      match: store.match(discovery.files, stamps),
      timeZone: flags.timeZone,
      store,
      keptPictures: pictures,
      progress: makeConsoleProgress(io),
    })
    await writeReport(report)
    for (const line of toProblemLines(report)) io.out(line)
    io.out('')
    const recurring = toRecurringLine(report)
    if (recurring !== undefined) io.out(recurring)
    const links = toLinksLine(report)
    if (links !== undefined) io.out(links)
    const changes = toChangesLine(report)
    if (changes !== undefined) io.out(changes)
    const settings = toSettingsLine(report)
    if (settings !== undefined) io.out(settings)
    io.out(toPictureLine(report))
    const data = toPictureDataLine(report)
    if (data !== undefined) io.out(data)
    io.out(toAccountLine(report))
    return failsStrictly(flags, report, io) || report.posts === 0 ? 1 : 0
  } finally {
    await store.close()
  }
}

function toUnsigned(paths: readonly string[]): BuildError {
  return new BuildError(
    paths.length === 1
      ? `"${paths[0] ?? ''}" is no site, so no signature can be verified.`
      : 'Several folders are no site, so no signature can be verified.',
    'Give the folder of one built site, or leave out --key.',
  )
}

async function checkSite(
  folder: string,
  wanted: PublicKey | undefined,
  io: ConsoleIo,
): Promise<number> {
  const { files, faults, notes } = await verifySite(folder, wanted)
  for (const fault of faults) io.err(fault)
  for (const note of notes) io.out(note)
  io.out(
    faults.length === 0
      ? `${folder} is valid: ${toCountText(files, 'file')} verified`
      : `${folder} has ${toCountText(faults.length, 'fault')} in ${toCountText(files, 'file')}`,
  )
  return faults.length === 0 ? 0 : 1
}

async function checkFile(path: string, io: ConsoleIo): Promise<number> {
  const { faults, files, posts } = await readCheckedLifeboat(path, await openLifeboatProgram())
  for (const fault of faults) io.err(`${path}: ${fault}`)
  const whole = `${toCountText(posts, 'post')}, ${toCountText(files, 'file')} verified`
  io.out(
    faults.length === 0
      ? `${path} is whole: ${whole}`
      : `${path} has ${toCountText(faults.length, 'fault')}: ${whole}`,
  )
  return faults.length === 0 ? 0 : 1
}
