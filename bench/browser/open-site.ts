import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A site that is being served. */
export interface OpenSite {
  /** Address of its timeline. */
  url: string
  close(): void
}

/**
 * Serves a built site with the program's own server, on any free port.
 * @throws Error when the server ends before it has said where it listens.
 */
export async function openSite(program: string, folder: string): Promise<OpenSite> {
  const server = spawn(process.execPath, [program, 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    const url = / at (http\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { url, close: () => void server.kill() }
  }
  throw new Error(`the server of ${folder} ended before it listened`)
}
