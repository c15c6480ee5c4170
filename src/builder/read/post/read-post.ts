import { hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { mostSourceBytes } from '#contract/source-pack.ts'
import type { PostProblem } from '#core/post/post.ts'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'
import { parsePost, type ParsedPost } from './parse-post.ts'
import type { PostFile } from '../discover/post-file.ts'

/** Result of reading a post file: its post and warnings, or no post and one error. */
export interface ReadPost extends ParsedPost {
  /** SHA-256 of the file's bytes, hexadecimal; of zero bytes if the file could not be read. */
  contentHash: string
}

/** Bytes of a post file, or the problem that prevented reading them. */
export type PostBytes = { contentHash: string } & Bytes

type Bytes = { bytes: Uint8Array } | { problem: PostProblem }

/** Reads and parses one post file. Never throws for a bad file: returns a problem instead. */
export async function readPost(file: PostFile): Promise<ReadPost> {
  return parsePostBytes(readPostBytes(file), file)
}

/** Reads the bytes of one post file. Never throws. */
export function readPostBytes(file: PostFile): PostBytes {
  const read = readBytes(file)
  return { contentHash: toContentHash('bytes' in read ? read.bytes : new Uint8Array()), ...read }
}

/** Parses the bytes of one post file. */
export function parsePostBytes(read: PostBytes, file: PostFile): ReadPost {
  const { contentHash } = read
  if ('problem' in read) return { contentHash, problems: [read.problem] }
  return { contentHash, ...parsePost(read.bytes, file) }
}

function toContentHash(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

// Synchronous on purpose: for files of a few kilobytes the trip through the thread pool costs ten times the read itself.
function readBytes({ path, file }: PostFile): Bytes {
  const problem = (reason: string, hint: string): Bytes => ({
    problem: { file, severity: 'error', reason, hint },
  })
  let descriptor: number | undefined
  try {
    // The file may have been replaced since it was discovered: never follow a link or block on a pipe.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
    descriptor = openSync(toDiskPath(path), flags)
    const status = fstatSync(descriptor)
    if (!status.isFile()) {
      return problem('It is not a regular file.', 'Replace it with a regular file.')
    }
    if (status.size > mostSourceBytes) {
      return problem('The file is larger than 32 MB.', 'Remove embedded data from the text.')
    }
    return { bytes: readFileSync(descriptor) }
  } catch (error) {
    const reason = `The file cannot be read (${toErrorCode(error)}).`
    return problem(reason, 'Check that it still exists and is readable.')
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
