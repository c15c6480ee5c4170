import { isAboutFile } from '../config/read-about.ts'
import { parseConfig } from '../config/read-site-config.ts'
import type { ParseConfig } from '../config/site-config.ts'

/** Parses settings files, and the pages on which keepers tell about their archives. See `ParseConfig`. */
export const parseWords: ParseConfig = (bytes, file) =>
  (isAboutFile(file) ? parseAbout : parseConfig)(bytes, file)

/** What it takes to read an article is loaded only where there is such a page. */
const parseAbout: ParseConfig = async (bytes, file) => {
  const { toAboutText } = await import('./about-text.ts')
  const about = toAboutText(bytes, file)
  return { config: about === undefined ? {} : { about }, problems: [] }
}
