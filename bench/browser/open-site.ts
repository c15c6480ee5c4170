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
export function openSite(program: string, folder: string): Promise<OpenSite> {
  return openServer([program, 'serve', folder], 'inherit')
}

/**
 * Builds posts and serves them as `dev` does, on any free port.
 * @throws Error when it ends before it has said where it listens.
 */
export function openDev(program: string, folders: readonly string[]): Promise<OpenSite> {
  // Its progress is not worth a line of the bench's own.
  return openServer([program, 'dev', ...folders], 'ignore')
}

function openServer(args: readonly string[], errors: 'inherit' | 'ignore'): Promise<OpenSite> {
  const server = spawn(process.execPath, [...args, '--port', '0'], {
    stdio: ['ignore', 'pipe', errors],
  })
  const lines = createInterface({ input: server.stdout })
  // Read to the end: who is not listened to any more ends when it says something.
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = / at (http\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve({ url, close: () => void server.kill() })
    })
    lines.on('close', () => {
      reject(new Error(`the server ended before it listened: ${args.join(' ')}`))
    })
  })
}
