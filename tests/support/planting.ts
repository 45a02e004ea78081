import { randomBytes } from 'node:crypto'
import { isVaultField } from '@brobygger/domain/forms'
import { z } from 'zod'

/** Fills forms with texts that occur nowhere else, and remembers them. */
export class Planting {
  /** Every text that was planted, as a word that survives any escaping. */
  readonly words: string[] = []

  /** A sentence with a word of its own. */
  sentence(): string {
    return `Hun sagde ${this.word()} til pædagogen.`
  }

  /** A name that nobody has. */
  name(): string {
    return `${this.word()} Prøvesen`
  }

  word(): string {
    // Letters only: ten digits in a row would be taken for a CPR number.
    const word = `zq${randomBytes(9)
      .toString('hex')
      .replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))}`
    this.words.push(word)
    return word
  }

  /** A number like a CPR number. It fails modulus 11 by one, so it was never given to anybody by that rule. */
  cprNumber(): string {
    const digits = `010100${String(1000 + (randomBytes(2).readUInt16BE() % 9000)).slice(0, 3)}`
    const sum = digits.split('').reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0)
    const last =
      Array.from({ length: 10 }, (_, digit) => String(digit)).find(
        digit => (sum + Number(digit)) % 11 === 1,
      ) ?? '0'
    const number = `${digits}${last}`
    this.words.push(number, `${number.slice(0, 6)}-${number.slice(6)}`)
    return number
  }

  /** The form's codes with a text in every field that takes one. */
  fill(form: z.ZodObject, codes: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const shape: Readonly<Record<string, z.core.$ZodType>> = form.shape
    return Object.fromEntries(
      Object.entries(shape).flatMap(([name, field]) => {
        const value = this.valueOf(name, field, codes[name])
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }

  private valueOf(name: string, field: z.core.$ZodType, code: unknown): unknown {
    const inner = unwrap(field)
    if (isVaultField(field) || isVaultField(inner)) return this.text(name)
    if (inner instanceof z.ZodArray && Array.isArray(code)) {
      return code.map(item => this.valueOf(name, inner.element, item))
    }
    return inner instanceof z.ZodObject && isRecord(code) ? this.fill(inner, code) : code
  }

  private text(field: string): string {
    if (field === 'civilNumber') return this.cprNumber()
    if (field === 'childContact') return `${this.cprNumber()} ${this.word()} Allé 7`
    return /name|contact/i.test(field) ? this.name() : this.sentence()
  }
}

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** Whether a number passes the check of CPR numbers. */
export function passesModulus11(number: string): boolean {
  return number.split('').reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0) % 11 === 0
}

function unwrap(field: z.core.$ZodType): z.core.$ZodType {
  const wrapped =
    field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault
  return wrapped ? unwrap(field.unwrap()) : field
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
