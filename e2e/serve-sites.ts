import type { ChildProcess } from 'node:child_process'
import { broadsheet, buildSites, sitesFolder } from './site-builds.ts'
import { hasCorpus, sites } from './sites.ts'

// The browser tests' server: builds and serves every site under test with the product's own command line.

const servers: ChildProcess[] = []

function serve(name: string, address: string): void {
  servers.push(broadsheet(['serve', `${sitesFolder}/${name}`, '--port', new URL(address).port]))
}

async function main(): Promise<void> {
  await buildSites()
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
