import { isOfFloor, listFeatures, type Feature } from './compat-data.ts'

/** Names that some engine of the floor lacks. */
export interface YoungNames {
  /** Members by the name of their object: `Promise` has `withResolvers`. */
  statics: ReadonlyMap<string, ReadonlySet<string>>
  /** Globals and members of instances whose name nothing older has. */
  members: ReadonlySet<string>
  /** Events whose name nothing older has. */
  events: ReadonlySet<string>
}

// Names of one word, such as `take` or `union`, are also names of our own fields.
const telling = /^[a-z]+[A-Z]/
// MDN marks events and static members at the end.
const mark = /_(?:event|static)$/

/** Collects the young names of built-in objects and of the web's interfaces. */
export function listYoungNames(api: Feature, builtins: Feature): YoungNames {
  const statics = new Map<string, Set<string>>()
  const old = new Set<string>()
  const young = new Set<string>()
  const events = new Set<string>()
  for (const [owner, feature] of [...listFeatures(api), ...listFeatures(builtins)]) {
    ;(isOfFloor(feature) === false ? young : old).add(owner)
    for (const [name, member] of listFeatures(feature)) {
      const isOld = isOfFloor(member) !== false
      const plain = name.replace(mark, '')
      ;(isOld ? old : young).add(plain)
      if (!isOld && name.endsWith('_event')) events.add(plain)
      if (!isOld && name.endsWith('_static')) {
        statics.set(owner, (statics.get(owner) ?? new Set()).add(plain))
      }
    }
  }
  const members = [...young].filter((name) => !old.has(name))
  return {
    statics,
    members: new Set(members.filter((name) => telling.test(name) || /^[A-Z]\w{3}/.test(name))),
    events: new Set([...events].filter((name) => !old.has(name))),
  }
}
