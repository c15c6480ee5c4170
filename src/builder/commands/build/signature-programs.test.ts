import { spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parsePublicKey } from '#contract/signing/public-key.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { runMain } from '#builder/testing/run-main.ts'

let [home, site, keys] = ['', '', '']

beforeEach(async () => {
  home = await makeFolder({ 'harbour/_posts/2020-01-01-a.md': makePostText({ from: null }) })
  ;[site, keys] = [join(home, 'site'), join(home, 'keys')] as [string, string]
  await runMain(['keys', keys])
  const daily = join(keys, 'daily.key')
  await runMain(['build', join(home, 'harbour'), '--out', site, '--sign', daily])
})

const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined

test.skipIf(!has('minisign', '-v'))(
  'minisign accepts the signature, and refuses another',
  async () => {
    const verify = () =>
      spawnSync('minisign', ['-V', '-p', join(keys, 'daily.pub'), '-m', 'SHA256SUMS'], {
        cwd: site,
      })
    expect(verify().status).toBe(0)
    await appendFile(join(site, 'SHA256SUMS'), '\n')
    expect(verify().status).not.toBe(0)
  },
)

test.skipIf(!has('openssl', 'version'))(
  'openssl accepts the signature, and refuses another',
  async () => {
    const [, line = ''] = (await readFile(join(keys, 'daily.pub'), 'utf8')).split('\n')
    const key = parsePublicKey(line)?.key ?? new Uint8Array()
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key])
    const pem = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({
      format: 'pem',
      type: 'spki',
    })
    await writeFile(join(home, 'daily.pem'), pem)
    const { signature } = parseMinisig(await readFile(join(site, 'SHA256SUMS.minisig'), 'utf8'))
    await writeFile(join(home, 'signature'), signature)
    const verify = () =>
      spawnSync('openssl', [
        'pkeyutl',
        '-verify',
        '-rawin',
        '-pubin',
        '-inkey',
        join(home, 'daily.pem'),
        '-sigfile',
        join(home, 'signature'),
        '-in',
        join(site, 'SHA256SUMS'),
      ])
    expect(verify().status).toBe(0)
    await appendFile(join(site, 'SHA256SUMS'), '\n')
    expect(verify().status).not.toBe(0)
  },
)
