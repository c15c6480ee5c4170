import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface OpenServer extends Disposable {
  /** Address of its timeline. */
  url: string
}

/**
 * Starts a command of the program that serves a site, on any free port.
 * @throws Error when it ends before it has said where it listens.
 */
export function openServer(args: readonly string[]): Promise<OpenServer> {
  const server = spawn(process.execPath, [...args, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let tail = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2_000)
  })
  // Read to the end: a full pipe would stop the server.
  const lines = createInterface({ input: server.stdout })
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = / at (http\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve({ url, [Symbol.dispose]: () => void server.kill() })
    })
    lines.on('close', () => {
      reject(new Error(`the server ended before it listened: ${args.join(' ')}: ${tail}`))
    })
  })
}
