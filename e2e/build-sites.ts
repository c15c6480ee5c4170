import { buildSites } from './site-builds.ts'

// Builds the sites of the browser tests ahead of them: the server of the tests is then told that they are.

await buildSites()
