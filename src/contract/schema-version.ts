/**
 * Version of every shape in this folder. A reader rejects a site of another version. docs/formats/site.md lists what
 * changed when.
 */
export const schemaVersion = 5
