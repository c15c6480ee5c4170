import { CheckRoute } from '#reader/features/check-citation/check-route.tsx'
import { findOldAddressPost } from '#reader/features/old-address/find-old-address-post.ts'
import { programPlace } from '#reader/features/take-list/along/program-place.ts'

const tools = { findOldPost: findOldAddressPost, program: programPlace }

/** The page that checks citations, with what it needs from other features. */
export function CheckPage() {
  return <CheckRoute tools={tools} />
}
