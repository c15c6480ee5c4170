import { manifestPath } from '#contract/file-names.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'

/**
 * What a mirror must send with the files that pages on other hosts read: browsers give them nothing else. Only sites
 * that name mirrors send it: one inside a network that its readers alone reach would else be open to every page they visit.
 */
export const crossOriginHeader = { name: 'Access-Control-Allow-Origin', value: '*' } as const

/** The files that readers take from a mirror, as path patterns; `*` matches anything. Never pages or code. */
export const crossOriginPatterns: readonly string[] = [
  'data/*',
  manifestPath,
  sumsPath,
  signaturePath,
  keysPath,
  keysSignaturePath,
]
