#!/usr/bin/env node
// Stands in for Firefox when Playwright starts it. Playwright sets media features for every window, a command that Firefox answers
// with an error, which would end the run; the bridge turns that one answer into a success. All else passes through as it is.
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'

const unknownCommand =
  /\{"type":"error","id":(\d+),"error":"unknown command","message":"emulation\.setMediaFeaturesOverride".*?\}/g
const firefox = spawn(process.env.BROADSHEET_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})

/** The length of a message stands before it, so the answer gets the length of the error. */
function toSuccess(error, id) {
  return `{"type":"success","id":${id},"result":{}}`.padEnd(error.length)
}

function acceptMedia(bytes) {
  const text = bytes.toString('latin1')
  return Buffer.from(text.replace(unknownCommand, toSuccess), 'latin1')
}

/** Joins Playwright to the port that Firefox listens on. */
function join(playwright, port) {
  const browser = connect(port, '127.0.0.1')
  playwright.once('data', (request) => {
    // Firefox refuses whoever names another port than its own.
    const named = request.toString('latin1').replace(/^Host: .*$/m, `Host: 127.0.0.1:${port}`)
    browser.write(named, 'latin1')
    playwright.pipe(browser)
  })
  browser.on('data', (bytes) => playwright.write(acceptMedia(bytes)))
  for (const [one, other] of [
    [playwright, browser],
    [browser, playwright],
  ]) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}

firefox.stderr.on('data', (bytes) => {
  const said = bytes.toString()
  const port = /WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
  if (port === undefined) {
    process.stderr.write(said)
    return
  }
  const server = createServer((playwright) => join(playwright, Number(port)))
  server.listen(0, '127.0.0.1', () => {
    process.stderr.write(said.replace(port, String(server.address().port)))
  })
})
firefox.on('exit', (code) => process.exit(code ?? 1))
process.on('SIGTERM', () => firefox.kill())
