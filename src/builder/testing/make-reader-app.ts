// For tests: a reader that needs no Vite.
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'

const template = `<!doctype html>
<html lang="%BROADSHEET_LANG%">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="%BROADSHEET_CSP%" />
    <meta name="broadsheet-base" content="%BROADSHEET_BASE%" />
    <title>%BROADSHEET_TITLE%</title>
    <link rel="icon" href="./assets/icon.svg" type="image/svg+xml" />
    <!--broadsheet:head-->
    <script>void 'early'</script>
    <script type="module" crossorigin src="./assets/main-AAAAAAAA.js"></script>
  </head>
  <body>
    <div id="root"><!--broadsheet:root--></div>
  </body>
</html>
`

/** A reader of few files; `mark` distinguishes releases. */
export function makeReaderApp(mark = 'AAAAAAAA'): ReaderApp {
  return {
    template: template.replaceAll('AAAAAAAA', mark),
    earlyView: `void 'early view ${mark}'`,
    files: new Map([
      [`assets/main-${mark}.js`, Buffer.from(`export const release = '${mark}'\n`)],
      ['assets/icon.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['sw.js', Buffer.from('addEventListener("fetch", () => {})\n')],
    ]),
  }
}
