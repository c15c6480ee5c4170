import { privateKinds, type PrivateKind } from '#contract/build-report.ts'

/** A pattern for each kind that text can tell. */
type Patterns = Readonly<Partial<Record<PrivateKind, RegExp>>>

/** Names of XMP's properties. */
const ofXmp: Patterns = {
  place:
    /GPSL(?:at|ong)itude|photoshop:(?:City|State|Country)|:(?:Location|CountryCode|Sublocation)/,
  person:
    /dc:(?:creator|rights)|:(?:OwnerName|Artist|Credit|PersonInImage|CreatorContactInfo)|mwg-rs:/,
  camera: /SerialNumber|tiff:(?:Make|Model)|aux:Lens/,
}

/** Numbers of IPTC's data sets, in the second record. */
const ofIptc: Patterns = {
  // oxlint-disable-next-line no-control-regex
  place: /\u001c\u0002[\u001a\u001b\u005a\u005c\u005f\u0064\u0065]/,
  // oxlint-disable-next-line no-control-regex
  person: /\u001c\u0002[\u0050\u0055\u006e\u0074\u0076\u007a]/,
}

/** Keywords of PNG's texts. */
const ofKeywords: Patterns = { person: /^(?:Author|Artist|Copyright)\0/i, camera: /^Source\0/i }

/** More of it says nothing else. */
const mostCharacters = 1_000_000

/** Kinds of data in a text of a picture, whatever its form. */
export function findKinds(bytes: Buffer): PrivateKind[] {
  const text = bytes.toString('latin1', 0, mostCharacters)
  return privateKinds.filter((kind) =>
    [ofXmp, ofIptc, ofKeywords].some((patterns) => patterns[kind]?.test(text)),
  )
}
