import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { builtProgram } from '#builder/testing/built-program.ts'
import { expect } from './fixtures.ts'
import { findFreePort, untilAnswered } from './local-server.ts'
import { broadsheet, sitesFolder } from './site-builds.ts'

/** A copy of a built site on a host of its own, which can go away and come back. */
export class KeptSite {
  /** Folder of the site's files. */
  readonly folder: string
  readonly address: string
  readonly #home: string
  readonly #port: number
  #server: ChildProcess | undefined

  private constructor(home: string, port: number, base: string) {
    this.#home = home
    this.folder = join(home, 'site')
    this.#port = port
    this.address = `http://127.0.0.1:${port}${base}`
  }

  /** Copies one of the sites under test, which lies at `base` on its host, and serves it. */
  static async open(name: string, base = '/'): Promise<KeptSite> {
    const site = new KeptSite(
      mkdtempSync(join(tmpdir(), 'broadsheet-kept-')),
      await findFreePort(),
      base,
    )
    cpSync(`${sitesFolder}/${name}`, site.folder, { recursive: true })
    await site.start()
    return site
  }

  async start(): Promise<void> {
    this.#server = broadsheet(['serve', this.folder, '--port', String(this.#port)])
    await untilAnswered(`${this.address}manifest.json`)
  }

  async stop(): Promise<void> {
    if (this.#server === undefined) return
    const ended = once(this.#server, 'exit')
    this.#server.kill()
    await ended
    this.#server = undefined
  }

  /** Builds the site anew, of these folders of posts. */
  build(folders: readonly string[]): void {
    const argv = [builtProgram, 'build', ...folders]
    const place = ['--out', this.folder, '--cache', join(this.#home, 'cache'), '--base', '/']
    const { status, stderr } = spawnSync(process.execPath, [...argv, ...place])
    if (status !== 0) throw new Error(`the site was not built: ${stderr.toString()}`)
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.#home, { recursive: true, force: true })
  }
}

/** Opens the dialog that keeps the list that a page shows, and has it kept. */
export async function keepShownList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep this list offline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Keep this list offline' })
  await expect(dialog.getByText(/about \d.* more on this device/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep offline' }).click()
  await expect(dialog.getByText(/can be read and searched offline|gave room for/)).toBeVisible()
}

/** What the browser has of a site. */
export function readDevice(page: Page): Promise<{ workers: number; files: number }> {
  return page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations()
    const names = await caches.keys()
    const files = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length),
    )
    return { workers: workers.length, files: files.reduce((sum, count) => sum + count, 0) }
  })
}
