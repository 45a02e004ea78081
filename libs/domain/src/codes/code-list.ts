import { z } from 'zod'

/** A label in Danish first, English second. */
export interface Label {
  readonly da: string
  readonly en: string
}

/** A closed list of codes with their labels: the one place where a code is spelled. */
export interface CodeList<C extends string> {
  readonly schema: z.ZodEnum<{ [K in C]: K }>
  readonly labels: Readonly<Record<C, Label>>
  readonly codes: readonly C[]
}

/** Makes a code list from `code: [Danish, English]`. The schema's error is zod's own `invalid_value`. */
export function codeList<const T extends Record<string, readonly [da: string, en: string]>>(
  entries: T,
): CodeList<Extract<keyof T, string>> {
  type C = Extract<keyof T, string>
  const codes = Object.keys(entries) as C[]
  const labels = Object.fromEntries(
    Object.entries(entries).map(([code, [da, en]]) => [code, { da, en }]),
  ) as Record<C, Label>
  return { schema: z.enum(codes), labels, codes }
}
