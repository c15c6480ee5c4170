import type { QueryClient } from '@tanstack/react-query'
import { loadLifeboatMessages } from '#article/lifeboat/load-lifeboat-messages.ts'
import { chooseInterfaceLanguage } from '#article/languages/choose-interface-language.ts'
import { makeWords } from '#article/words.ts'
import { parseLifeboatProgram, type LifeboatProgram } from '#contract/lifeboat-program.ts'
import { ContractError } from '#contract/contract-error.ts'
import { manifestPath } from '#contract/file-names.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { withChoice } from '#core/selection/timeline-filter.ts'
import { copyArchive } from '#shape/copy/copy-archive.ts'
import type { CopyOptions } from '#shape/copy/copy-source.ts'
import { LifeboatMaker } from '#shape/lifeboat/lifeboat-maker.ts'
import { packGzip } from '#shape/lifeboat/pack-gzip.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { toFilterKey } from '#reader/data/filter/filter-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { toListedOrdinals } from '../write-list.ts'
import type { ProgramPlace } from './program-place.ts'
import { toSiteSource } from './site-source.ts'

interface MakeOptions extends Pick<CopyOptions, 'pictures'> {
  filter: TimelineFilter
  program: ProgramPlace
  signal: AbortSignal
  onProgress: (posts: number) => void
}

/**
 * Makes one file of the posts of a list and the reader, in memory: the bytes that the command line writes for the same
 * list of the same site.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function makeLifeboat(client: QueryClient, options: MakeOptions): Promise<Blob> {
  const { filter, signal, pictures, onProgress } = options
  const manifest = await client.ensureQueryData(manifestQuery())
  const rest = async () => {
    signal.throwIfAborted()
    await workBudget.rest()
  }
  const language = chooseInterfaceLanguage(manifest.languages)
  const [ordinals, program, messages] = await Promise.all([
    toListedOrdinals(client, { ...filter, sort: 'oldest' }),
    fetchProgram(options),
    loadLifeboatMessages(language),
  ])
  const maker = new LifeboatMaker<Blob>({
    face: { title: manifest.title, language, words: makeWords(messages, language) },
    program,
    pack: (bytes) => packGzip(bytes, rest),
    // Browsers keep large ones on the disk.
    keep: (bytes) => new Blob([bytes]),
  })
  // In the file nothing is read or saved: what was chosen by that is all of it.
  const open = { include: [], exclude: [] }
  const list = toFilterKey(withChoice(withChoice(filter, 'mark', open), 'saved', open))
  const source = toSiteSource(manifest, signal)
  try {
    await copyArchive(source, { ordinals, list, pictures, rest, onProgress }, maker)
    return new Blob(await maker.finish(), { type: 'text/html' })
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof ContractError
      ? new DataError('contract', manifestPath, { cause })
      : cause
  }
}

function fetchProgram({ program, signal }: MakeOptions): Promise<LifeboatProgram> {
  return fetchJson(program.path, parseLifeboatProgram, { hash: program.hash, signal })
}
