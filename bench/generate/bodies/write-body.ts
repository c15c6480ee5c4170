import type { Family } from '../plan/recipe.ts'
import { drawQuantile } from '../random.ts'
import type { BodyInput } from './body.ts'
import { writeEssay, writeFeedItem, writeReview, writeVideoDescription } from './feed-bodies.ts'
import { writeBlogPage, writeMagazinePage, writePortalPage } from './page-bodies.ts'

const writers: Readonly<Record<Family, (input: BodyInput) => string>> = {
  video: writeVideoDescription,
  community: writeEssay,
  blog: writeBlogPage,
  magazine: writeMagazinePage,
  portal: writePortalPage,
  journal: writeReview,
  platform: writeFeedItem,
}

/** The light profile keeps this many characters of a text whole, and a small part of the rest. */
const lightCharacters = 300
const lightPart = 0.04

/** Draws how long a post is and writes its HTML, as its source would have sent it. */
export function writeBody(input: Omit<BodyInput, 'characters'>, profile: 'full' | 'light'): string {
  const { family, text } = input.facts.source
  const drawn = drawQuantile(input.random, text)
  const rest = Math.max(0, drawn - lightCharacters)
  const characters = profile === 'light' ? drawn - Math.round(rest * (1 - lightPart)) : drawn
  return writers[family]({ ...input, characters })
}
