import { expect, test } from 'vitest'
import { writeDeskFile, type DeskFile } from '#reader/data/desk-file/desk-file.ts'
import { parseDeskEntry, type DeskEntry } from '#reader/storage/desk/desk-entry.ts'
import { mergeEntries } from '#reader/storage/desk/merge-entries.ts'
import type { LiveFile } from '#reader/storage/live-file/live-file-store.ts'
import { writeLiveFile } from './write-live-file.ts'

const archive = { title: 'Harbour news' }
let time = 1_700_000_000_000

/** A file on a disk, and what the browser makes of it. */
class DiskFile {
  text = ''
  writes = 0
  permission: PermissionState = 'granted'
  fault: string | undefined
  readonly handle = {
    name: 'reading.json',
    queryPermission: async () => this.permission,
    getFile: async () => {
      if (this.fault === 'NotFoundError') throw new DOMException('gone', this.fault)
      return new File([this.text], 'reading.json')
    },
    createWritable: async () => {
      const parts: string[] = []
      return {
        write: async (text: string) => {
          if (this.fault !== undefined) throw new DOMException('no', this.fault)
          parts.push(text)
        },
        close: async () => {
          this.text = parts.join('')
          this.writes++
        },
      } as unknown as FileSystemWritableFileStream
    },
  } satisfies LiveFile['handle']
}

function toEntries(...titles: string[]): DeskEntry[] {
  return titles.flatMap((title, n) => {
    const id = `2020-08-3${n}-${title.padEnd(8, 'b')}`
    return parseDeskEntry({ kind: 'saved', id, at: 5, value: { title } }) ?? []
  })
}

/** A device that keeps some entries. */
function makeDevice(entries: readonly DeskEntry[]) {
  const device = {
    entries,
    makeText: async () => writeDeskFile({ archive, entries: device.entries }, (time += 1000)),
    takeIn: async ({ entries: others }: DeskFile) => {
      device.entries = mergeEntries(device.entries, others)
    },
    now: () => time,
  }
  return device
}

function listTitles(entries: readonly DeskEntry[]): string[] {
  return entries.flatMap((entry) => (entry.kind === 'saved' ? (entry.value?.title ?? []) : []))
}

test('a new file gets all that is kept, and is not written again while nothing changes', async () => {
  const disk = new DiskFile()
  const device = makeDevice(toEntries('gull'))
  const first = await writeLiveFile({ handle: disk.handle, archive }, device)
  expect([first.outcome, disk.writes, first.live.at]).toEqual(['written', 1, time])
  expect(disk.text).toContain('gull')
  // Another window, or the next visit.
  const second = await writeLiveFile(first.live, device)
  expect([second.outcome, disk.writes]).toEqual(['written', 1])
  device.entries = toEntries('gull', 'tern')
  await writeLiveFile(second.live, device)
  expect([disk.writes, disk.text.includes('tern')]).toEqual([2, true])
})

test('two devices that keep one file in a folder that is synced lose nothing', async () => {
  const disk = new DiskFile()
  const [one, other] = [
    makeDevice(toEntries('gull')),
    makeDevice(toEntries('xxxx', 'tern').slice(1)),
  ]
  const start = { handle: disk.handle, archive }
  const { live: ofOne } = await writeLiveFile(start, one)
  const { live: ofOther } = await writeLiveFile(start, other)
  expect(listTitles(other.entries)).toEqual(['tern', 'gull'])
  await writeLiveFile(ofOne, one)
  expect(listTitles(one.entries)).toEqual(['gull', 'tern'])
  const { writes } = disk
  await writeLiveFile(ofOther, other)
  expect(disk.writes).toBe(writes)
})

test.each([
  ['S29 a browser that wants to be asked', { permission: 'prompt' as const }, 'ask'],
  ['S29 a file that may not be written', { permission: 'denied' as const }, 'ask'],
  ['a file that was moved', { fault: 'NotFoundError' }, 'moved'],
  ['a full device', { fault: 'QuotaExceededError' }, 'full'],
  ['a permission that was taken back', { fault: 'NotAllowedError' }, 'ask'],
  ['a disk with a fault', { fault: 'NoModificationAllowedError' }, 'failed'],
  ['S29 a file that is no desk file any more', { text: 'Dear diary' }, 'foreign'],
  [
    'S29 a file of a newer version',
    { text: '{"format":"broadsheet desk","version":2}' },
    'foreign',
  ],
  [
    'S29 a file of another archive',
    { text: writeDeskFile({ archive: { title: 'Tea' }, entries: [] }, time) },
    'foreign',
  ],
])('%s is left alone, and that is told', async (_name, state, outcome) => {
  const disk = Object.assign(new DiskFile(), state)
  const before = disk.text
  const live = { handle: disk.handle, archive }
  expect(await writeLiveFile(live, makeDevice(toEntries('gull')))).toEqual({ outcome, live })
  expect([disk.text, disk.writes]).toEqual([before, 0])
})
