// For tests: a store that speaks the S3 protocol, in a process of its own.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** Name of the bucket that the server has. */
export const testBucket = 'archive'

/** Keys that the server accepts, and silence about future versions of Node. */
export const testEnvironment = {
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
}

const require = createRequire(import.meta.url)
// The package names a command but does not hold it: its command line lies in the library.
const commandLine = require.resolve('@20minutes/s3rver/lib/cli.js')
const script = `require(${JSON.stringify(commandLine)}).parse(process.argv.slice(1), { from: 'user' })`

/** The server of the tests of a file, with one empty bucket; its port is there when they run. */
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
    // Its tokens for the next page of a listing are made with DES.
    '--openssl-legacy-provider',
    `--eval=${script}`,
    '--',
    `--directory=${folder}`,
    '--address=127.0.0.1',
    '--port=0',
    '--silent',
    // It drops the slash after the bucket before it checks a signature, which the SDK signs.
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
