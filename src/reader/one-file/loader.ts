// The first script of a lifeboat, named by its hash in the page's policy. It unpacks the reader and starts it.
import { lifeboatIds } from '#contract/lifeboat-directory.ts'
import { decodeBase85 } from '#shape/lifeboat/base85.ts'
import { makeTrustedPolicy } from '#reader/data/files/trusted-policy.ts'
import { unpackGzip } from './unpack-gzip.ts'
import { keepNothing } from './keep-nothing.ts'
import { leaveWorkerCode } from './worker-code.ts'

/** Most bytes of a script. */
const mostCodeBytes = 8 * 2 ** 20

async function unpackCode(id: string): Promise<string> {
  const text = document.getElementById(id)?.textContent ?? ''
  return new TextDecoder().decode(await unpackGzip(decodeBase85(text), mostCodeBytes))
}

/** Shows what the page has for a state: `opening`, or `failed` with the list of titles. */
function show(state: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-when]')) {
    element.hidden = element.dataset['when'] !== state
  }
}

async function start(): Promise<void> {
  const code = await unpackCode(lifeboatIds.code)
  leaveWorkerCode(await unpackCode(lifeboatIds.worker))
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
