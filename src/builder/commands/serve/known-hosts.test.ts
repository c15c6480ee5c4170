import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { runMain } from '#builder/testing/run-main.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePostText } from '#testing/make-post.ts'
import { startServer } from './start-server.ts'

/** Sends the lines of a request as they are; returns the first line of the answer and its body. */
async function say(port: number, lines: readonly string[], address = '127.0.0.1'): Promise<string> {
  const socket = connect(port, address)
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'))
  const answer = await text(socket)
  return `${/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]} ${answer.split('\r\n\r\n')[1]}`
}

async function start(host: string, names: string[] = []): Promise<number> {
  const server = await startServer((request, response) => response.end(request.url), {
    host,
    port: 0,
    names,
  })
  onTestFinished(() => server.close())
  return Number(new URL(server.origin).port)
}

test.each([
  ['localhost', '200 /a'],
  ['LOCALHOST', '200 /a'],
  ['localhost:4173', '200 /a'],
  // Another port in front of this one, as of a tunnel.
  ['localhost:80', '200 /a'],
  ['127.0.0.1:4173', '200 /a'],
  ['[::1]:4173', '200 /a'],
  ['archive.lan', '200 /a'],
  ['Archive.lan:4173', '200 /a'],
  ['evil.example', '421'],
  ['evil.example:4173', '421'],
  ['localhost.evil.example', '421'],
  ['evil.example#localhost', '421'],
  ['evil.example@localhost', '421'],
  ['localhost@evil.example', '421'],
  ['localhost:4173:4173', '421'],
  ['localhost/', '421'],
  ['sub.archive.lan', '421'],
  ['192.168.1.7', '421'],
  ['127.0.0.2', '421'],
  ['[::2]', '421'],
  ['::1', '421'],
  ['', '421'],
])('H1 a request for the host "%s" gets %s', async (host, expected) => {
  const port = await start('127.0.0.1', ['archive.lan'])
  const answer = await say(port, ['GET /a HTTP/1.1', `Host: ${host}`])
  expect(answer.slice(0, expected.length)).toBe(expected)
  expect(answer.includes('--allow-host')).toBe(expected === '421')
})

test.each([
  [['GET http://localhost:1/b?c HTTP/1.1', 'Host: evil.example'], '200 /b?c'],
  [['GET http://localhost HTTP/1.1', 'Host: evil.example'], '200 /'],
  [['GET http://evil.example/b HTTP/1.1', 'Host: localhost'], '421'],
  [['GET http://localhost@evil.example/b HTTP/1.1', 'Host: localhost'], '421'],
  [['GET /b HTTP/1.0'], '421'],
  [['GET /b HTTP/1.1'], '400'],
])('the request %j gets %s', async (lines, expected) => {
  const port = await start('127.0.0.1')
  expect((await say(port, lines)).slice(0, expected.length)).toBe(expected)
})

test('answers to the address it listens on, and on all addresses to the one asked', async () => {
  const one = await start('127.0.0.3')
  expect(await say(one, ['GET /a HTTP/1.1', 'Host: 127.0.0.3:1'], '127.0.0.3')).toBe('200 /a')
  const all = await start('0.0.0.0')
  expect(await say(all, ['GET /a HTTP/1.1', 'Host: 127.0.0.4'], '127.0.0.4')).toBe('200 /a')
  expect(await say(all, ['GET /a HTTP/1.1', 'Host: 127.0.0.5'], '127.0.0.4')).toMatch(/^421/)
})

test('serve takes names of this machine, and refuses what is no name', async () => {
  const { out } = await buildTestSite({
    posts: { 'harbour/_posts/2020-01-01-a.md': makePostText({}) },
  })
  const options = ['--port', '0', '--allow-host', 'archive.lan', '--allow-host', 'b.lan']
  const { code } = await runMain(['serve', out, ...options], async (lines) => {
    const port = Number(/localhost:(\d+)/.exec(lines.join('\n'))?.[1])
    const statusOf = async (host: string) =>
      (await say(port, ['GET /manifest.json HTTP/1.1', `Host: ${host}`], 'localhost')).slice(0, 3)
    expect(await statusOf('archive.lan')).toBe('200')
    expect(await statusOf('b.lan')).toBe('200')
    expect(await statusOf('c.lan')).toBe('421')
  })
  expect(code).toBe(0)
  expect((await runMain(['serve', out, '--allow-host', 'http://a/'])).err).toContain(
    'Give the name',
  )
})
