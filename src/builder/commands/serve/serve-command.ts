import { makeSiteHandler } from './site-handler.ts'
import { readSiteBase } from '#builder/site/write/site-base.ts'
import { startServer } from './start-server.ts'
import type { ConsoleIo } from '../console/console-io.ts'

/** Where a server listens. */
export interface ListenFlags {
  host: string
  port: number
  /** Further names that the server answers to. */
  allowHost: string[]
}

/** Serves a built site until stopped. */
export async function runServe(
  folder: string,
  { allowHost, ...place }: ListenFlags,
  io: ConsoleIo,
): Promise<number> {
  const base = await readSiteBase(folder)
  const server = await startServer(makeSiteHandler({ folder, base }), {
    ...place,
    names: allowHost,
  })
  io.out(`Serving ${folder} at ${server.origin}${base}`)
  await io.untilStopped()
  await server.close()
  return 0
}
