/** Attribute of a picture whose address is the name of a file in any folder, as note programs write it. */
export const fileNameAttribute = 'data-file-name'
