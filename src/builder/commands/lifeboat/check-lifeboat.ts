import { readFile } from 'node:fs/promises'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { checkLifeboat, type LifeboatFault } from '#shape/lifeboat/check-lifeboat.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'

/** What is in a lifeboat that was read from the disk. */
interface ReadLifeboat {
  /** One sentence each: what is missing, damaged or foreign. */
  faults: string[]
  /** Files of the archive that are whole. */
  files: number
  /** Older versions left out; 0 where its manifest cannot be read. */
  posts: number
}

/**
 * Opens a lifeboat as data and proves every file in it: against the directory, and data files against their names.
 * `program` is the reader that this version would have written into it.
 * @throws BuildError when the file cannot be read.
 */
export async function readCheckedLifeboat(
  path: string,
  program: LifeboatProgram,
): Promise<ReadLifeboat> {
  const html = await readWhole(path)
  const unsafe = findUnsafeMarkup(html)
  const checked = await checkLifeboat(html, { program, rest: () => Promise.resolve() })
  // Markup that is unsafe says more than that there is some.
  const others = unsafe === undefined ? checked.faults : checked.faults.filter(isOfData)
  return {
    faults: [
      ...(unsafe === undefined ? [] : [`the page is not one of Broadsheet's: ${unsafe}`]),
      ...others.map(toSentence),
    ],
    files: checked.files,
    posts: checked.manifest?.counts.posts ?? 0,
  }
}

async function readWhole(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    const hint = 'Give a lifeboat, or a folder. A text of more than half a gigabyte is too long.'
    throw new BuildError(`"${path}" cannot be read.`, hint, { cause })
  })
}

function isOfData({ key }: LifeboatFault): boolean {
  return key !== 'program' && key !== 'foreign'
}

function toSentence({ key, values: { number = 0, count = 0, path = '' } = {} }: LifeboatFault) {
  const sentences: Record<LifeboatFault['key'], string> = {
    noDirectory: 'it has no directory',
    damagedDirectory: 'its directory is damaged',
    otherForm: 'its directory cannot be read: it has a form that this version does not know',
    tooMuch: 'it says that it unpacks to more than 4 GB, and was not unpacked',
    cut: 'it ends before its last part',
    missing: `volume ${number} is missing: ${toCountText(count, 'post')} cannot be shown`,
    damaged: `volume ${number} is damaged: ${toCountText(count, 'post')} cannot be shown`,
    misnamed: `${path} does not match its name`,
    noManifest: 'its manifest cannot be read',
    program: 'its reader is not the one of this version: open it only if you trust who made it',
    foreign:
      "the page is not one of Broadsheet's: around the data it is not, byte for byte, what this version writes",
  }
  return sentences[key]
}
