// Runs in the browser before the first paint, as a classic script of its own: the Content-Security-Policy allows no inline
// script, and a module would run after the first paint in the wrong colours. It imports nothing for the same reason.

// The first page holds the newest rows. A filter in the address, or a saved position (a reload, a step back), means
// other rows:
// the prerendered ones must not flash before them.
if (location.search !== '' || history.state !== null) {
  document.documentElement.dataset['rows'] = 'others'
}
try {
  const settings: unknown = JSON.parse(localStorage.getItem('broadsheet.settings') ?? '{}')
  for (const name of ['theme', 'textSize', 'measure', 'typeface', 'articlePictures'] as const) {
    const value: unknown = Object(settings)[name]
    if (typeof value === 'string') document.documentElement.dataset[name] = value
  }
} catch {
  // Storage is blocked or broken: the page starts with the defaults. The reader parses the settings again later.
}
