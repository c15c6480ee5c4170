import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'
import { toBroken, type ParseConfig, type ReadSiteConfig } from './site-config.ts'

const maxBytes = 1_048_576

/**
 * Reads the `_config.yml` of a folder. A missing file yields an empty config. A broken one yields whatever could be
 * parsed and a problem. Never throws.
 * @param name name that problems use for the folder.
 */
export async function readSiteConfig(
  root: string,
  name: string,
  parse: ParseConfig = parseConfig,
): Promise<ReadSiteConfig> {
  const path = join(root, '_config.yml')
  const file = `${name}/_config.yml`
  try {
    const status = await lstat(path)
    if (!status.isFile()) return toBroken(file, 'it is not a regular file')
    if (status.size > maxBytes) return toBroken(file, 'it is larger than 1 MB')
    const bytes = await readFile(path)
    return { ...(await parse(bytes, file)), source: bytes.toString() }
  } catch (error) {
    const code = toErrorCode(error)
    return code === 'ENOENT' ? { config: {}, problems: [] } : toBroken(file, `it gives ${code}`)
  }
}

/** See `ParseConfig`. */
export const parseConfig: ParseConfig = async (bytes, file) => {
  // Imported lazily: loading the YAML parser takes longer than listing a few thousand posts.
  const { parseSiteConfig } = await import('./parse-site-config.ts')
  return parseSiteConfig(bytes, file)
}
