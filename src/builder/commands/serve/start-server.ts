import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { makeBoundedServer } from './bounded-server.ts'
import { answerKnownHosts } from './known-hosts.ts'
import type { Handler } from './site-handler.ts'

/** Where a server listens, and to whom it answers. */
export interface ServerPlace {
  host: string
  port: number
  /** Names of this machine that it answers to, besides `host`, its address and the loopback names. */
  names?: readonly string[]
}

/** A running server. */
export interface RunningServer {
  /** Scheme, host and port: `http://localhost:4173`. */
  origin: string
  close(): Promise<void>
}

const portsToTry = 50

/**
 * Starts a server. Uses the next port when one is taken; port 0 = any free one.
 * @throws BuildError when no port is available.
 */
export async function startServer(
  handler: Handler,
  { host, port, names = [] }: ServerPlace,
): Promise<RunningServer> {
  for (let turn = 0; turn < portsToTry && port + turn < 65_536; turn++) {
    const server = makeBoundedServer(answerKnownHosts([host, ...names], handler))
    if (await listen(server, { host, port: port + turn })) return toRunning(server, host)
  }
  throw new BuildError(`No port from ${port} up is free.`, 'Give another one with --port.')
}

async function listen(server: Server, place: { host: string; port: number }): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(place, resolve)
    })
    return true
  } catch (cause) {
    if (isCode(cause, ['EADDRINUSE'])) return false
    throw new BuildError(
      `Cannot listen on ${place.host}, port ${place.port}.`,
      'Give another address with --host or another port with --port.',
      { cause },
    )
  }
}

function toRunning(server: Server, host: string): RunningServer {
  const { port } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    origin: `http://${name}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Idle connections would keep the server alive for ever.
        server.closeAllConnections()
      }),
  }
}
