import type { ChildProcess } from 'node:child_process'
import { broadsheet, buildSites, sitesFolder } from './site-builds.ts'
import { hasCorpus, sites } from './sites.ts'

// The browser tests' server: builds every site under test, where a step of the check has not just done so, and serves them with the product's own command line.

const servers: ChildProcess[] = []

function serve(name: string, address: string): void {
  servers.push(broadsheet(['serve', `${sitesFolder}/${name}`, '--port', new URL(address).port]))
}

async function main(): Promise<void> {
  // Sites of the same posts share a cache, which knows the last of them alone: to build all again is to write all again.
  if (process.env['BROADSHEET_SITES'] !== sites.ready) await buildSites()
  if (hasCorpus) {
    serve('corpus', sites.corpus)
    serve('corpus-in-subfolder', sites.corpusInSubfolder)
  }
  serve('linked', sites.linked)
  serve('tall', sites.tall)
  serve('examples-in-subfolder', sites.examplesInSubfolder)
  serve('examples', sites.examples)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const server of servers) server.kill()
    process.exitCode = 0
  })
}

await main()
