import type { QueryClient } from '@tanstack/react-query'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { siteBase } from '#reader/links/paths.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { keepBuild, type KeepOptions } from './keep-build.ts'
import { findKeptRecord, KeptFiles } from '#reader/storage/kept/kept-files.ts'
import { toKeptRecord, type KeptRecord } from '#reader/storage/kept/kept-record.ts'
import { changeKept, removeAtOnce, removeKept, startKeptWorker } from './kept-worker.ts'

/**
 * Keeps the posts of a list on this device, by its filter's address query; starts the site's service worker.
 * @throws NoWorkerError where the browser takes no worker, and whatever `keepBuild` throws.
 */
export async function keepList(
  client: QueryClient,
  query: string,
  options: KeepOptions,
): Promise<KeptRecord> {
  return keepMore(client, options, ({ lists, read }) => ({
    lists: [...lists.filter((other) => other !== query), query],
    asked: query,
    read,
  }))
}

/**
 * Keeps an article that was read, or none, so that the reader itself is kept for those to come. Throws as `keepList` does.
 */
export async function keepRead(
  client: QueryClient,
  id: string | undefined,
  options: KeepOptions,
): Promise<KeptRecord> {
  return keepMore(client, options, ({ lists, read }) => ({
    lists,
    read: id === undefined ? read : [...read.filter((other) => other !== id), id],
  }))
}

/** Takes this page's build over where what is kept is of another: whole, or not at all. Throws as `keepList` does. */
export async function takeOverBuild(client: QueryClient, options: KeepOptions): Promise<void> {
  const { buildId } = await client.ensureQueryData(manifestQuery())
  await changeKept(async (removal) => {
    const record = await findKeptRecord(siteBase)
    if (record === undefined || record.build === buildId) return
    await keepBuild(client, toWanted(record), withSignal(options, removal))
  })
}

/** Removes a list from this device. */
export async function removeList(query: string): Promise<void> {
  await reduceKept((record) => ({
    ...record,
    lists: record.lists.filter((list) => list.query !== query),
  }))
}

/** Removes the articles that are kept only because they were read. */
export async function removeRead(): Promise<void> {
  await reduceKept((record) => ({ ...record, read: [] }))
}

/** Removes all that is kept, and the worker. Whatever is being kept is given up. */
export async function removeAllKept(): Promise<void> {
  await removeAtOnce()
}

async function keepMore(
  client: QueryClient,
  options: KeepOptions,
  change: (wanted: ReturnType<typeof toWanted>) => Parameters<typeof keepBuild>[1],
): Promise<KeptRecord> {
  return changeKept(async (removal) => {
    await startKeptWorker()
    try {
      const record = await findKeptRecord(siteBase)
      return await keepBuild(client, change(toWanted(record)), withSignal(options, removal))
    } catch (error) {
      // Once all was removed, others may be keeping something: this one has its turn after them.
      if (removal.aborted) void changeKept(removeIdle).catch(() => undefined)
      else await removeIdle()
      throw error
    }
  })
}

/** A worker without anything to answer with would stand in the way of every request. */
async function removeIdle(): Promise<void> {
  if ((await findKeptRecord(siteBase)) === undefined) await removeKept()
}

/** The same options, with a signal that also fires with another one. Safari has no `AbortSignal.any` before 17.4. */
function withSignal(options: KeepOptions, other: AbortSignal): KeepOptions {
  const either = new AbortController()
  for (const signal of [options.signal, other]) {
    const follow = () => {
      either.abort(signal.reason)
    }
    if (signal.aborted) follow()
    else signal.addEventListener('abort', follow, { once: true })
  }
  return { ...options, signal: either.signal }
}

function toWanted(record: KeptRecord | undefined): { lists: string[]; read: string[] } {
  return {
    lists: record?.lists.map(({ query }) => query) ?? [],
    read: record?.read.map(({ id }) => id) ?? [],
  }
}

async function reduceKept(reduce: (record: KeptRecord) => KeptRecord): Promise<void> {
  await changeKept(async () => {
    const record = await findKeptRecord(siteBase)
    // Another window may have removed everything: nothing is made anew.
    if (record === undefined) return
    const files = await KeptFiles.open(siteBase)
    const { version: _, sizes, ...parts } = reduce(record)
    const isEmpty = parts.lists.length + parts.read.length === 0
    if (isEmpty && settingsStore.read().keepRead !== 'on') {
      await removeKept()
      return
    }
    const next = toKeptRecord(parts, sizes)
    await files.writeRecord(next)
    await files.sweep(next)
  })
}
