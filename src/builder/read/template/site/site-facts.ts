import { createHash } from 'node:crypto'
import type { Generator, SiteFacts } from '../template-context.ts'

/** Longer settings are not sent to worker threads; templates then see none of them. */
const mostSettings = 65_536

const hexoKeys =
  /^(?:archive_dir|code_dir|deploy|external_link|filename_case|i18n_dir|new_post_name|post_asset_folder|public_dir|render_drafts|skip_render|source_dir|tag_dir|titlecase)\s*:/gm

/** What a `_config.yml` tells of its site. */
export function toSiteFacts(settings: string): SiteFacts {
  const generator: Generator = (settings.match(hexoKeys)?.length ?? 0) > 1 ? 'hexo' : 'jekyll'
  const key = createHash('sha256').update(settings).digest('base64url').slice(0, 16)
  return { generator, settings: settings.length > mostSettings ? '' : settings, key }
}
