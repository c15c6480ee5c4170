import { keysPath, keysSignaturePath, type KeyList } from '#contract/signing/keys-file.ts'
import { toKeyPrint, type PublicKey } from '#contract/signing/public-key.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { SignatureError, verifyHead, verifyKeys } from '#contract/signing/verify-signed.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { nodeVerifier } from '#builder/site/signing/node-verifier.ts'
import type { FileAccount } from '#builder/site/verify/account-for-files.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Verifies who signed a site. `archive` is what its manifest says; `wanted` is the root key in hand, if any. */
export async function verifySignature(
  site: BuiltSite,
  archive: string | undefined,
  wanted: PublicKey | undefined,
): Promise<FileAccount> {
  if (archive === undefined) {
    const faults = wanted === undefined ? [] : [`${signaturePath}: the site is not signed`]
    return { faults, notes: [] }
  }
  const [sums, signature, keys, keysSignature] = await Promise.all(
    [sumsPath, signaturePath, keysPath, keysSignaturePath].map((path) => site.read(path)),
  )
  // Those that are missing are named already.
  if (!sums || !signature || !keys || !keysSignature) return { faults: [], notes: [] }
  let list: KeyList
  try {
    list = await verifyKeys({ keys, keysSignature }, nodeVerifier)
    if (wanted !== undefined && Buffer.compare(list.root.key, wanted.key) !== 0) {
      return { faults: [`${keysPath}: the site is signed by another archive`], notes: [] }
    }
  } catch (error) {
    return { faults: [`${keysPath} and ${keysSignaturePath}: ${toFaultText(error)}`], notes: [] }
  }
  try {
    const { head } = await verifyHead({ sums, signature }, list, nodeVerifier)
    if (head.archive !== archive) throw new SignatureError('the manifest names another archive')
    const { sequence, date, nextBy } = head
    const next = nextBy === undefined ? '' : `; the next one is meant to come by ${nextBy}`
    const trust =
      wanted === undefined
        ? 'the key came with the site: compare its print with what the keeper told you'
        : 'its root key is the one you gave'
    const who = `${archive} (${toKeyPrint(archive)})`
    return {
      faults: [],
      notes: [`Signed by the archive ${who}, build ${sequence}, on ${date}${next}: ${trust}`],
    }
  } catch (error) {
    return { faults: [`${signaturePath}: ${toFaultText(error)}`], notes: [] }
  }
}
