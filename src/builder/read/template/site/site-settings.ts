/** The settings of a site as templates see them: plain values, own properties only. */
export type TemplateSettings = Readonly<Record<string, unknown>>

/** Where a site is, as its settings write it. */
export interface AddressSettings {
  /** Origin without a slash at the end; empty when it is not known. */
  url: string
  /** Path without a slash at the end, such as `/news`; empty for none. */
  baseurl: string
}

/** The settings parsed last: the posts of a batch come from few sites. */
const memo = new Map<string, TemplateSettings>()
const mostKnown = 8

/** Takes the settings of a site out of `SiteFacts.settings`. */
export function parseTemplateSettings(json: string): TemplateSettings {
  const known = memo.get(json)
  if (known !== undefined) return known
  // Needs no parser: this program wrote it.
  const settings = json === '' ? {} : (JSON.parse(json) as TemplateSettings)
  if (memo.size >= mostKnown) memo.clear()
  memo.set(json, settings)
  return settings
}
