/**
 * Puts the settings on the document before the first paint, which would else show the wrong colours, and says whether
 * the page will show other rows than the prerendered ones.
 */
export function showEarlyTheme(): void {
  const { dataset } = document.documentElement
  // The first page holds the newest rows. A filter in the address, or a saved position (a reload, a step back), means
  // other rows: the prerendered ones must not flash before them.
  if (location.search !== '' || history.state !== null) dataset['rows'] = 'others'
  try {
    const settings: unknown = JSON.parse(localStorage.getItem('broadsheet.settings') ?? '{}')
    for (const name of ['theme', 'textSize', 'measure', 'typeface', 'articlePictures'] as const) {
      const value: unknown = Object(settings)[name]
      if (typeof value === 'string') dataset[name] = value
    }
  } catch {
    // Storage is blocked or broken: the page starts with the defaults. The reader parses the settings again later.
  }
}
