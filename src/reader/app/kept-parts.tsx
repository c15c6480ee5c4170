import type { Manifest } from '#contract/manifest.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { ListAction } from '#reader/ui/list-action.tsx'
import { makeMissingDialog } from './missing-dialog.tsx'

const late = () => import('./late-kept.ts')
const KeepListDialog = lazyPart(
  async () => (await late()).loadKeepListDialog(),
  makeMissingDialog('share.keep'),
)
const OfflineNote = lazyPart(async () => (await late()).loadOfflineNote())
const MirrorNote = lazyPart(async () => (await late()).loadMirrorNote())

/** A button that keeps a list on this device. In a lifeboat, which is all there, `one-file/kept-parts.tsx` stands here. */
export function KeepListAction({ filter }: { filter: TimelineFilter }) {
  return <ListAction label="share.keep" filter={filter} Dialog={KeepListDialog} />
}

/**
 * Says when the page is read without a network, where something of the site is kept, and asks whether mirrors may be
 * asked, where there are any. Their code is loaded while the host still answers.
 */
export function KeptNote({ mirrors }: Pick<Manifest, 'mirrors'>) {
  return (
    <>
      {navigator.serviceWorker?.controller ? <OfflineNote /> : null}
      {mirrors ? <MirrorNote mirrors={mirrors} /> : null}
    </>
  )
}
