import { joinBytes } from '#core/bytes/join-bytes.ts'
import { ContractError } from '#contract/contract-error.ts'
import { isCutPack } from '#reader/data/archive/cut-pack.ts'
import type { Waiting } from './mirror-limit.ts'

/** A mirror sent other bytes than the file that was asked for by a name that proves it. */
export class WrongBytesError extends Error {
  override readonly name = 'WrongBytesError'
}

/** A mirror does not have a file: it may have another build. */
export class NotThereError extends Error {
  override readonly name = 'NotThereError'
}

/** More bytes than any data file has: who sends them is no mirror. */
const mostFileBytes = 32 * 2 ** 20
/** The same of the files that say which build a mirror has. */
const mostSignedBytes = 64 * 1024

/** How a file is read from a mirror. */
export interface MirrorRequest extends Required<Waiting> {
  /** Whether bytes are the file, whoever sent them. */
  isProven: (bytes: Uint8Array) => boolean | Promise<boolean>
}

/**
 * Reads a data file from a mirror and proves it. The mirror learns the reader's address and the file, nothing else: no
 * cookies, no referrer, and nobody that it would send the reader on to.
 * @param mirror address, with a slash at its end.
 * @throws WrongBytesError, NotThereError, or whatever failed on the way.
 */
export async function readMirror(
  mirror: string,
  path: string,
  { isProven, signal, onHeard }: MirrorRequest,
): Promise<Uint8Array> {
  const answer = await ask(mirror + path, { signal })
  const bytes = await readBounded(answer, mostFileBytes, onHeard)
  if (bytes === undefined || !(await isProven(bytes))) throw new WrongBytesError(path)
  // It is no other file, and no whole one.
  if (path.startsWith('data/bodies/') && isCutPack(bytes)) throw new NotThereError(path)
  return bytes
}

/**
 * Reads a file of a mirror that changes under its name, as it is there now: not proven, and not to be used before.
 * @throws ContractError when it is longer than any such file, NotThereError, or whatever failed on the way.
 */
export async function readSignedFile(
  mirror: string,
  path: string,
  { signal, onHeard }: Required<Waiting>,
): Promise<Uint8Array> {
  const answer = await ask(mirror + path, { signal, cache: 'no-store' })
  const bytes = await readBounded(answer, mostSignedBytes, onHeard)
  if (bytes === undefined) throw new ContractError(`${path} is too long`)
  return bytes
}

async function ask(
  address: string,
  how: { signal: AbortSignal; cache?: RequestCache },
): Promise<Response> {
  const answer = await fetch(address, {
    ...how,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  })
  if (answer.status === 404 || answer.status === 410) throw new NotThereError(address)
  if (answer.status !== 200) throw new Error(`status ${answer.status}`)
  return answer
}

async function readBounded(
  { body }: Response,
  mostBytes: number,
  onHeard: () => void,
): Promise<Uint8Array | undefined> {
  const reader = body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    onHeard()
    const { done = true, value } = (await reader?.read()) ?? {}
    if (done || value === undefined) return joinBytes(pieces)
    length += value.length
    if (length > mostBytes) {
      await reader?.cancel()
      return undefined
    }
    pieces.push(value)
  }
}
