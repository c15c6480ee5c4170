import { ContractError } from '../contract-error.ts'
import { parseFileHash, type FileHash } from '../file-names.ts'
import { archiveIdPattern } from './public-key.ts'

/** Path of the signature over `SHA256SUMS`. */
export const signaturePath = 'SHA256SUMS.minisig'

/** What is signed of a build besides its bytes: the trusted comment of its signature. */
export interface SignedHead {
  /** Name of the archive, see `toArchiveId`. */
  archive: string
  /** Grows with every build, so that an older one is told from a newer one. */
  sequence: number
  /** When it was signed, UTC. */
  date: string
  /** The day by which the keeper means to sign again, UTC; absent = not said. */
  nextBy?: string
  /**
   * List of lists of the build before, whose immutable files stay in the site for open pages; absent where none stay, or
   * nothing proves them.
   */
  keeps?: FileHash
}

/** The highest number of a build. */
export const mostSequence = 10 ** 15 - 1

const pattern =
  /^archive (\S+) sequence ([1-9]\d{0,14}) date (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)(?: next-by (\d{4}-\d\d-\d\d))?(?: keeps ([a-z2-7]{26}))?$/

/** The trusted comment of a head. */
export function toHeadText({ archive, sequence, date, nextBy, keeps }: SignedHead): string {
  const next = nextBy === undefined ? '' : ` next-by ${nextBy}`
  const end = keeps === undefined ? next : `${next} keeps ${keeps}`
  return `archive ${archive} sequence ${sequence} date ${date}${end}`
}

/** @throws ContractError when a trusted comment is not that of a build. */
export function parseHead(comment: string): SignedHead {
  const [, archive, sequence, date, nextBy, kept] = pattern.exec(comment) ?? []
  const keeps = parseFileHash(kept)
  if (archive === undefined || date === undefined || !archiveIdPattern.test(archive)) {
    throw new ContractError('a signature says nothing of a build')
  }
  return {
    archive,
    sequence: Number(sequence),
    date,
    ...(nextBy === undefined ? {} : { nextBy }),
    ...(keeps === undefined ? {} : { keeps }),
  }
}
