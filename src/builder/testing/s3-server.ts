// For tests: a store that speaks the S3 protocol, in a child process.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** Name of the bucket on the server. */
export const testBucket = 'archive'

/** Credentials that the server accepts; also silences the SDK's warning about future versions of Node. */
export const testEnvironment = {
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
}

const require = createRequire(import.meta.url)
// The `bin` of the package points to a missing file; its command line is in `lib`.
const commandLine = require.resolve('@20minutes/s3rver/lib/cli.js')
const script = `require(${JSON.stringify(commandLine)}).parse(process.argv.slice(1), { from: 'user' })`

/** Starts a server with one empty bucket for the tests of a file; `port` is set once they run. */
export function withS3Server(): { port: number } {
  const server = { port: 0 }
  let stop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const started = await startS3Server()
    server.port = started.port
    stop = started.stop
  })
  afterAll(() => stop?.())
  return server
}

async function startS3Server(): Promise<{ port: number; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-store-'))
  const argv = [
    // The server encrypts the continuation tokens of listings with DES.
    '--openssl-legacy-provider',
    `--eval=${script}`,
    '--',
    `--directory=${folder}`,
    '--address=127.0.0.1',
    '--port=0',
    '--silent',
    // The SDK signs the slash after the bucket, which the server drops before it checks the signature.
    '--allow-mismatched-signatures',
    '--configure-bucket',
    testBucket,
  ]
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /listening on .*:(\d+)/.exec(said)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
    child.on('exit', () => reject(new Error(`The S3 server ended: ${said}`)))
  })
  return {
    port,
    stop: async () => {
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
