/**
 * Whether this engine has what the reader calls in any case. Of the engines that do not, the pages stay as they are; of
 * the others, what is still missing shows when the first view is drawn (`mount-reader.tsx`).
 */
export function canRunReader(): boolean {
  return (
    'findLast' in Array.prototype &&
    'hasOwn' in Object &&
    'throwIfAborted' in AbortSignal.prototype &&
    // Style sheets are all in layers.
    'CSSLayerBlockRule' in window
  )
}
