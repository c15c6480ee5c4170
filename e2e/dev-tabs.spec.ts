import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { builtProgram } from '#builder/testing/built-program.ts'
import { makePostText } from '../src/testing/make-post.ts'
import { expect, test } from './fixtures.ts'

/** Starts `dev` on a folder; returns its address and a function that stops it. */
async function startDev(folder: string): Promise<{ address: string; stop: () => void }> {
  const command = [builtProgram, 'dev', folder, '--port', '0', '--host', '127.0.0.1']
  const dev = spawn(process.execPath, command)
  const stop = () => void dev.kill()
  for await (const line of createInterface({ input: dev.stdout })) {
    const address = / at (http\S+)$/.exec(line)?.[1]
    if (address === undefined) continue
    dev.stdout.resume()
    return { address, stop }
  }
  throw new Error('dev ended before it served')
}

test('twelve tabs of one archive load, and all show a change', async ({ context }) => {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-tabs-'))
  const file = join(home, 'harbour/_posts/2020-01-01-a.md')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, makePostText({ title: 'Before the tide', from: null }))
  const { address, stop } = await startDev(join(home, 'harbour'))
  try {
    const tabs = []
    for (let at = 0; at < 12; at++) {
      const tab = await context.newPage()
      await tab.goto(address)
      await expect(tab.getByRole('link', { name: 'Before the tide' })).toBeVisible()
      tabs.push(tab)
    }
    writeFileSync(file, makePostText({ title: 'After the tide', from: null }))
    for (const tab of tabs) {
      await expect(tab.getByRole('link', { name: 'After the tide' })).toBeVisible()
    }
  } finally {
    for (const tab of context.pages()) await tab.close()
    stop()
    rmSync(home, { recursive: true })
  }
})
