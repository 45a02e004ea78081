/** The forms in which a text may lie in a file: as it is, in base64 at any of three alignments, in hexadecimal. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map(shift => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    // Characters that also hold bits of what stands before or after are left out.
    return encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + bytes.length) * 8) / 6))
  })
  return [text, ...base64, bytes.toString('hex')]
}

/** Which of the texts lie in the bytes, in whatever form. */
export function leaksIn(bytes: Uint8Array | string, texts: readonly string[]): string[] {
  const haystack = Buffer.from(bytes)
  return texts.filter(text => formsOf(text).some(form => haystack.includes(form)))
}
