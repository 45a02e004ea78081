import { z } from 'zod'

/** A Danish civil registration number, with or without the hyphen. */
const cprPattern = /(?<!\d)\d{6}[- ]?\d{4}(?!\d)/

/** Longest free text in one field, in characters. */
export const TEXT_LIMIT = 4000

/** Mark of a field whose content lives in the vault and nowhere else. */
const VAULT_MARK = 'x-vault'

/**
 * Free text written by a person: sealed into the vault, never seen by a workflow.
 * Refused with `cpr-in-text` where it holds something like a CPR number, which has its own field at identification.
 */
export function freeText(da: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(TEXT_LIMIT)
    .refine(text => !cprPattern.test(text), {
      error: 'CPR-numre må ikke stå i fritekst. Slet nummeret; det oplyses først ved identifikation.',
      params: { code: 'cpr-in-text' },
    })
    .meta({ title: da, [VAULT_MARK]: true })
}

/**
 * The number that a case has in another system. It is no secret, and stands beside the case: a CPR number, with which some
 * systems number their cases, is refused with `cpr-in-text`.
 */
export function caseNumber(da: string) {
  return z
    .string()
    .trim()
    .regex(
      /^[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå./-]{0,39}$/,
      'Sagsnummer: højst 40 bogstaver, tal, punktum, skråstreg og bindestreg',
    )
    .refine(text => !cprPattern.test(text), {
      error: 'Et CPR-nummer må ikke stå her. Skriv sagens eget nummer.',
      params: { code: 'cpr-in-text' },
    })
    .meta({ title: da })
}

/** A name, number or address: sealed into the vault like free text, and allowed to be identifying. */
export function identifying(da: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ title: da, [VAULT_MARK]: true })
}

/** A CPR number: ten digits, with or without the hyphen. Whether it is somebody's the register alone can tell. */
export function civilNumber(da: string) {
  return z
    .string()
    .trim()
    .regex(/^\d{6}-?\d{4}$/, 'CPR-nummer: ti cifre')
    .meta({ title: da, [VAULT_MARK]: true })
}

/** Whether a field's content belongs in the vault. */
export function isVaultField(schema: z.core.$ZodType): boolean {
  return z.globalRegistry.get(schema)?.[VAULT_MARK] === true
}
