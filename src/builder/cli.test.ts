import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { builtProgram, ensureProgram } from '#builder/testing/built-program.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

beforeAll(() => ensureProgram())

/** Runs the program in a child process, which `onOutput` may kill. */
function runProgram(argv: string[], onOutput: (kill: () => void, text: string) => void = () => {}) {
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    const child = spawn(process.execPath, [builtProgram, ...argv], { cwd: root })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString()
        onOutput(() => child.kill('SIGKILL'), text)
      })
    }
    child.on('close', (code) => resolve({ code, text }))
  })
}

test('exits with 2 on wrong usage and with 1 on wrong input, without a stack trace', async () => {
  const [usage, input] = await Promise.all([
    runProgram(['build', '--nonsense']),
    runProgram(['build', '/no/such/folder', '--out', '/tmp/never-made']),
  ])
  expect([usage.code, input.code]).toEqual([2, 1])
  expect(usage.text + input.text).not.toMatch(/\n\s+at /)
})

test('B17 a killed build leaves the published site intact, and the next build repairs everything', async () => {
  const one = { 'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }) }
  const { out } = await buildTestSite({ posts: one })
  const before = await readFile(join(out, 'manifest.json'))
  const many = Object.fromEntries(
    Array.from({ length: 600 }, (_, at) => [
      `harbour/_posts/2020-02-01-${at}.md`,
      makePostText({
        title: `Post ${at}`,
        from: `https://example.org/${at}`,
        body: '<p>x</p>'.repeat(50),
      }),
    ]),
  )
  const folder = join(await makeFolder(many), 'harbour')
  const { code } = await runProgram(['build', folder, '--out', out], (kill, text) => {
    if (text.includes('Writing the site')) kill()
  })
  expect(code).toBeNull()
  expect(await readFile(join(out, 'manifest.json'))).toEqual(before)
  expect((await verifySite(out)).faults.filter((fault) => !fault.includes('index.html'))).toEqual(
    [],
  )
  await buildTestSite({ folders: [folder], out })
  expect((await verifySite(out)).faults).toEqual([])
  expect([...(await readFolder(out)).keys()].filter((path) => path.includes('tmp'))).toEqual([])
})
