import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import type { Output } from '#builder/site/assembly/output.ts'

/** The keys that a signed site is verified with. `SiteWriter` writes the signature, which needs all hashes. */
export const keysOutput: Output = {
  plan: ({ options: { signer } }) =>
    signer && {
      isIndependent: true,
      write: async ({ writer }) => {
        await writer.writePage(keysPath, signer.keys)
        await writer.writePage(keysSignaturePath, signer.keysSignature)
        return {}
      },
    },
  verify: async ({ archive }, site) => {
    const paths = [keysPath, keysSignaturePath, signaturePath]
    if (archive !== undefined) for (const path of paths) await site.expectFile(path)
    return []
  },
}
