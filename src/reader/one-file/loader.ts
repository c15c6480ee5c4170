// The first script of a lifeboat, named by its hash in the page's policy. It unpacks the reader and starts it.
import { toHex } from '#core/bytes/to-hex.ts'
import { lifeboatIds } from '#contract/lifeboat-directory.ts'
import { decodeBase85 } from '#shape/lifeboat/base85.ts'
import { toSha256 } from '#shape/digest.ts'
import { makeTrustedPolicy } from '#reader/data/files/trusted-policy.ts'
import { unpackGzip } from '#shape/lifeboat/unpack-gzip.ts'
import { keepNothing } from './keep-nothing.ts'
import { leaveWorkerCode } from './worker-code.ts'
import { workerHash } from './worker-hash.ts'

/** Most bytes of a script. */
const mostCodeBytes = 8 * 2 ** 20

async function unpackCode(id: string): Promise<Uint8Array> {
  const text = document.getElementById(id)?.textContent ?? ''
  return unpackGzip(decodeBase85(text), mostCodeBytes)
}

/** The page's policy names no hash for a worker, but it names this script's, in which that of the worker stands. */
async function unpackWorker(): Promise<string> {
  const bytes = await unpackCode(lifeboatIds.worker)
  if (toHex(await toSha256(bytes)) !== workerHash) throw new TypeError('another search worker')
  return toText(bytes)
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Shows what the page has for a state: `opening`, or `failed` with the list of titles. */
function show(state: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-when]')) {
    element.hidden = element.dataset['when'] !== state
  }
}

async function start(): Promise<void> {
  const code = toText(await unpackCode(lifeboatIds.code))
  leaveWorkerCode(await unpackWorker())
  const policy = makeTrustedPolicy('broadsheet-code', {
    // The page's policy runs no script but the one of this hash.
    createScript: (text: string) => (text === code ? text : ''),
  })
  const script = document.createElement('script')
  script.textContent = policy?.createScript(code) ?? code
  document.head.append(script)
}

show('opening')
keepNothing()
start().catch(() => show('failed'))
