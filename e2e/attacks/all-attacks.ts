import { addressAttacks } from './addresses-and-search.ts'
import { bodyAddressAttacks } from './addresses-in-bodies.ts'
import type { Attack } from './attack.ts'
import { beaconAttacks } from './beacons.ts'
import { clobberingAttacks } from './clobbering.ts'
import { eventHandlerAttacks } from './event-handlers.ts'
import { fieldTextAttacks, sourceUrlAttacks } from './fields.ts'
import { foreignContentAttacks } from './foreign-content.ts'
import { documentAttacks, frameAttacks } from './frames-and-documents.ts'
import { gadgetAttacks } from './gadgets.ts'
import { malformedAttacks } from './malformed.ts'
import { mutationAttacks } from './mutation.ts'
import { navigationAttacks } from './navigation.ts'
import { scriptTagAttacks } from './script-tags.ts'
import { styleAttacks } from './styles.ts'

/** Every hostile string, in a fixed order. */
export const allAttacks: Attack[] = [
  ...scriptTagAttacks,
  ...eventHandlerAttacks,
  ...bodyAddressAttacks,
  ...foreignContentAttacks,
  ...mutationAttacks,
  ...frameAttacks,
  ...documentAttacks,
  ...styleAttacks,
  ...clobberingAttacks,
  ...beaconAttacks,
  ...navigationAttacks,
  ...malformedAttacks,
  ...fieldTextAttacks,
  ...sourceUrlAttacks,
  ...addressAttacks,
  ...gadgetAttacks,
]
