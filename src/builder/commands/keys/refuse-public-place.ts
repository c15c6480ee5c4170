import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { toRealPath } from '#builder/ground/disk/real-path.ts'
import { holdsSite } from '#builder/site/verify/holds-site.ts'

/** Names of folders that programs serve or publish as they are. */
const servedNames = /^(?:public|public_html|htdocs|www|wwwroot|_site|\.well-known|.*\.cache)$/i

/**
 * Refuses a place for private keys that others may read some day: in a site, in the cache of one, or in any other folder
 * that is served.
 * @throws BuildError when the folder or one around it is such a place.
 */
export async function refusePublicPlace(path: string): Promise<void> {
  for (let folder = await toRealPath(resolve(path)); ; folder = dirname(folder)) {
    const isServed = servedNames.test(basename(folder)) || existsSync(join(folder, 'index.html'))
    if (holdsSite(folder) || isServed) {
      throw new BuildError(
        `"${folder}" is served or published, or looks like it, so no private key may lie there.`,
        'Give a folder elsewhere, such as one in your home folder.',
      )
    }
    if (dirname(folder) === folder) return
  }
}
