import { readProgramVersion } from '#builder/ground/program/package-files.ts'
import { machineClock } from '#builder/ground/fetch/clock.ts'
import { parsePictureReport, type PictureReport } from './download/picture-report.ts'
import { openPublicNetwork, type Network } from '#builder/ground/fetch/network.ts'
import { mostOriginalBytes, openPictureMaker } from './format/picture-maker.ts'
import { keepPictures, type PictureTools } from './keep-pictures.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeConsoleProgress } from '../console/console-progress.ts'
import { toImagesLines } from './images-text.ts'
import { openReportFile } from '../console/report-file.ts'
import { toSizeText } from '#core/text/size-text.ts'

/** Options of the command line. */
export interface ImagesFlags {
  maxBytes: number
  maxTotal: number
  maxPerHost: number
  hostMinutes: number
  /** Seconds. */
  timeout: number
  width: number
  retry?: true
  report?: string
}

/**
 * Downloads the pictures of posts and keeps them beside the posts. Returns the exit code; a failed picture does not
 * fail the run.
 */
export async function runImages(
  folders: string[],
  flags: ImagesFlags,
  io: ConsoleIo,
): Promise<number> {
  const network = openPublicNetwork()
  try {
    return await keepWith({ network, clock: machineClock }, { folders, flags, io })
  } finally {
    network.close()
  }
}

/** A command line and its console. */
export interface ImagesRun {
  folders: string[]
  flags: ImagesFlags
  io: ConsoleIo
}

/** The same with a given network and clock, which no command line can set. */
export async function keepWith(
  { network, clock }: { network: Network } & Pick<PictureTools, 'clock'>,
  { folders, flags, io }: ImagesRun,
): Promise<number> {
  const writeReport = await openReportFile<PictureReport>(flags.report, folders, parsePictureReport)
  const { make, canShrink } = await openPictureMaker(flags.width)
  if (!canShrink) {
    const size = toSizeText(mostOriginalBytes)
    io.err(`sharp is not installed: pictures are stored unchanged, up to ${size} each.`)
  }
  const report = await keepPictures(
    { folders, bounds: await toBounds(flags), retry: flags.retry ?? false },
    { network, make, clock, progress: makeConsoleProgress(io) },
  )
  await writeReport(report)
  for (const line of toImagesLines(report)) io.out(line)
  return 0
}

async function toBounds(flags: ImagesFlags) {
  return {
    maxBytes: flags.maxBytes,
    maxTotalBytes: flags.maxTotal,
    mostAddresses: flags.maxPerHost,
    mostMs: flags.hostMinutes * 60_000,
    timeoutMs: flags.timeout * 1_000,
    userAgent: `Broadsheet/${await readProgramVersion()} (keeps pictures of archived articles)`,
  }
}
