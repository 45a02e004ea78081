/** What a file of each kind begins with. */
const beginnings = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const

/** Kinds of files that can be stored: what no browser runs. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'] as const
export type MediaType = (typeof mediaTypes)[number]

/** Whether a file is what it says: by its first bytes, or, for text, because all of it is UTF-8. */
export function matchesType(bytes: Uint8Array, mediaType: MediaType): boolean {
  if (mediaType === 'text/plain') return isText(bytes)
  return beginnings[mediaType].every((byte, i) => bytes[i] === byte)
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
