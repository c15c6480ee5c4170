import { makeSiteHandler } from '../serve/site-handler.ts'
import { readSiteBase } from '../serve/site-base.ts'
import { startServer } from '../serve/start-server.ts'
import type { ConsoleIo } from './console-io.ts'

/** Where a server listens. */
export interface ListenFlags {
  host: string
  port: number
}

/** Serves a built site until stopped. */
export async function runServe(folder: string, flags: ListenFlags, io: ConsoleIo): Promise<number> {
  const base = await readSiteBase(folder)
  const server = await startServer(makeSiteHandler({ folder, base }), flags)
  io.out(`Serving ${folder} at ${server.origin}${base}`)
  await io.untilStopped()
  await server.close()
  return 0
}
