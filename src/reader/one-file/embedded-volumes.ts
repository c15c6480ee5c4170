import {
  lifeboatIds,
  parseLifeboatDirectory,
  toVolumeId,
  type LifeboatDirectory,
} from '#contract/lifeboat-directory.ts'
import { ContractError } from '#contract/contract-error.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { Volumes } from './volumes.ts'

let known: { directory: LifeboatDirectory; volumes: Volumes } | undefined

/**
 * What the file that this page is holds, and where.
 * @throws DataError `contract` or `corrupt` when its directory cannot be read.
 */
export function openEmbedded(): { directory: LifeboatDirectory; volumes: Volumes } {
  if (known === undefined) {
    const directory = readDirectory()
    known = { directory, volumes: new Volumes(directory, findVolumeText) }
  }
  return known
}

function readDirectory(): LifeboatDirectory {
  const path = lifeboatIds.directory
  try {
    return parseLifeboatDirectory(JSON.parse(document.getElementById(path)?.textContent ?? ''))
  } catch (cause) {
    throw new DataError(cause instanceof ContractError ? 'contract' : 'corrupt', path, { cause })
  }
}

/** Text of the element that holds a volume, once it is whole: an element that none follows may grow, or was cut off. */
async function findVolumeText(volume: number): Promise<string | undefined> {
  for (;;) {
    const isLoaded = document.readyState !== 'loading'
    const element = document.getElementById(toVolumeId(volume))
    if (element !== null && element.nextElementSibling !== null) return element.textContent
    if (isLoaded) return undefined
    await untilGrown()
  }
}

/** Resolves when the page has more elements, or is loaded. */
async function untilGrown(): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      observer.disconnect()
      document.removeEventListener('DOMContentLoaded', done)
      resolve()
    }
    const observer = new MutationObserver(done)
    observer.observe(document.body, { childList: true })
    document.addEventListener('DOMContentLoaded', done)
  })
}
