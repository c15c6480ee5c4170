/** Version of every shape in this folder. A reader refuses a site of another version; docs/formats/site.md says what changed when. */
export const schemaVersion = 2
