// The same in the pages that start the reader, of which the builder makes it a part: see `early.ts`.
import { canRunReader } from './early-engine.ts'
import { requestEarly } from './early-requests.ts'
import { showWaiting } from './early-waiting.ts'

const base = document.querySelector<HTMLMetaElement>('meta[name="broadsheet-base"]')?.content

showWaiting()
if (base !== undefined && canRunReader()) requestEarly(base)
