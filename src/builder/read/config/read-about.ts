import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostProblem } from '#core/post/post.ts'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'
import type { ParseConfig, ReadSiteConfig } from './site-config.ts'

const maxBytes = 262_144

/** Where a keeper's own words about an archive may lie, beside its posts; the first one that exists counts. */
const aboutFiles = ['md', 'markdown'].flatMap((ending) => [
  `about.${ending}`,
  `about/index.${ending}`,
])

/** Whether a path ends as that of a keeper's page does. */
export function isAboutFile(file: string): boolean {
  return aboutFiles.some((path) => file.endsWith(`/${path}`))
}

/** Whether a file may hold a keeper's words, by its base name. */
export function isAboutName(name: string): boolean {
  return aboutFiles.includes(name)
}

/**
 * Adds to the settings of a collection what its keeper says of it on a page of its own. A page that cannot be read gives
 * a problem and no text. Never throws.
 * @param parse parses the page, and may remember what it parsed: see `ParseConfig`. Absent where the words are not needed.
 */
export async function withAbout(
  read: ReadSiteConfig,
  { home, name }: { home: string; name: string },
  parse: ParseConfig | undefined,
): Promise<ReadSiteConfig> {
  if (parse === undefined) return read
  for (const path of aboutFiles) {
    const file = `${name}/${path}`
    try {
      const status = await lstat(toDiskPath(join(home, path)))
      if (!status.isFile()) continue
      if (status.size > maxBytes) return withProblem(read, file, 'it is larger than 256 KB')
      const { config, problems } = await parse(await readFile(toDiskPath(join(home, path))), file)
      return {
        ...read,
        config: { ...read.config, ...config },
        problems: [...read.problems, ...problems],
      }
    } catch (error) {
      const code = toErrorCode(error)
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        return withProblem(read, file, `it gives ${code}`)
    }
  }
  return read
}

function withProblem(read: ReadSiteConfig, file: string, reason: string): ReadSiteConfig {
  const problem: PostProblem = {
    file,
    severity: 'warning',
    reason: `The words about the archive are not shown: ${reason}.`,
    hint: 'Make it a short text file, or remove it.',
  }
  return { ...read, problems: [...read.problems, problem] }
}
