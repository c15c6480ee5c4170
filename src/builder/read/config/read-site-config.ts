import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'
import { keepsHexoBreaks } from './site-habits.ts'
import { settingsFiles, settingsParts, type SettingsFile } from './settings-files.ts'
import { toBroken, type ParseConfig, type ReadSiteConfig, type SiteConfig } from './site-config.ts'

const maxBytes = 1_048_576

/**
 * Reads the settings of the site in a folder, from the first of the files that generators keep them in. Without any the
 * config is empty. A broken one yields whatever could be parsed and a problem. Never throws.
 * @param name name that problems use for the folder.
 */
export async function readSiteConfig(
  root: string,
  name: string,
  parse: ParseConfig = parseConfig,
): Promise<ReadSiteConfig> {
  for (const settings of settingsFiles) {
    const read = await readSettings({ root, name, parse }, settings)
    if (read === undefined) continue
    return settings.path.startsWith('config/') ? withParts(read, { root, name, parse }) : read
  }
  return { config: {}, problems: [] }
}

/** Adds the parts that Hugo keeps beside its settings; what these say themselves counts. */
async function withParts(whole: ReadSiteConfig, place: SettingsPlace): Promise<ReadSiteConfig> {
  const found = await Promise.all(settingsParts.map((part) => readSettings(place, part)))
  return found.reduce<ReadSiteConfig>(
    (sum, part) =>
      part === undefined
        ? sum
        : {
            config: {
              ...part.config,
              ...sum.config,
              ...joinHabits(part.config, sum.config),
              ...joinDefaults(part.config, sum.config),
            },
            problems: [...sum.problems, ...part.problems],
          },
    whole,
  )
}

function joinHabits(part: SiteConfig, sum: SiteConfig): Pick<SiteConfig, 'habits'> {
  const habits = { ...part.habits, ...sum.habits }
  return Object.keys(habits).length === 0 ? {} : { habits }
}

function joinDefaults(part: SiteConfig, sum: SiteConfig): Pick<SiteConfig, 'defaults'> {
  const defaults = [...(part.defaults ?? []), ...(sum.defaults ?? [])]
  return defaults.length === 0 ? {} : { defaults }
}

interface SettingsPlace {
  root: string
  name: string
  parse: ParseConfig
}

async function readSettings(
  { root, name, parse }: SettingsPlace,
  { path, generator }: SettingsFile,
): Promise<ReadSiteConfig | undefined> {
  const file = `${name}/${path}`
  try {
    const status = await lstat(toDiskPath(join(root, path)))
    if (!status.isFile()) return toBroken(file, 'it is not a regular file')
    if (status.size > maxBytes) return toBroken(file, 'it is larger than 1 MB')
    const bytes = await readFile(toDiskPath(join(root, path)))
    const { config, problems, values } = await parse(bytes, file)
    if (generator !== undefined) return { config: { ...config, generator }, problems }
    const own = values ?? {}
    const isHexo = isOfHexo(own) || (await hasHexoFolder(root, own))
    return {
      config: isHexo ? toHexo(config, own) : { ...config, generator: 'jekyll' },
      problems,
      values: own,
    }
  } catch (error) {
    const code = toErrorCode(error)
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return isMissing ? undefined : toBroken(file, `it gives ${code}`)
  }
}

const hexoKeys =
  'archive_dir code_dir deploy external_link filename_case i18n_dir new_post_name post_asset_folder public_dir render_drafts skip_render source_dir tag_dir titlecase'.split(
    ' ',
  )

/** Jekyll and Hexo use one name for their settings; two keys of Hexo tell. */
function isOfHexo(values: Readonly<Record<string, unknown>>): boolean {
  return hexoKeys.filter((key) => Object.hasOwn(values, key)).length > 1
}

function toHexo(config: SiteConfig, values: Readonly<Record<string, unknown>>): SiteConfig {
  const keepsBreaks = keepsHexoBreaks(new Map(Object.entries(values)))
  const habits = { ...config.habits, ...(keepsBreaks ? { hardBreaks: true as const } : {}) }
  const hasHabits = Object.keys(habits).length > 0
  return { ...config, ...(hasHabits ? { habits } : {}), generator: 'hexo' }
}

/** Hexo keeps posts in `source/_posts`; so does Jekyll where its settings name `source`. */
async function hasHexoFolder(
  root: string,
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  if (Object.hasOwn(values, 'source')) return false
  try {
    return (await lstat(join(root, 'source', '_posts'))).isDirectory()
  } catch {
    return false
  }
}

/** See `ParseConfig`. */
export const parseConfig: ParseConfig = async (bytes, file) => {
  // Imported lazily: loading the YAML parser takes longer than listing a few thousand posts.
  const { parseSiteConfig } = await import('./parse-site-config.ts')
  return parseSiteConfig(bytes, file)
}
