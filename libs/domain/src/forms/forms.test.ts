import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { concernForm } from '../messages/index.js'
import { taskKinds, taskOfKind } from '../tasks/index.js'
import { codesOnly, freeText, identifying, isoDate, splitTexts } from './index.js'

const form = z.object({
  outcome: z.enum(['a', 'b']),
  why: freeText('Hvorfor'),
  name: identifying('Navn').optional(),
  actions: z.array(z.object({ what: freeText('Hvad'), by: z.string().optional() })).default([]),
  check: z.object({ answer: z.enum(['no', 'yes']), why: freeText('Hvorfor') }),
})

describe('what a person writes', () => {
  it('is parted into codes for the process and texts for the vault, and nothing is lost', () => {
    const value = {
      outcome: 'a',
      why: 'fordi',
      actions: [{ what: 'ringe', by: '2027-01-12' }, { what: 'skrive' }],
      check: { answer: 'no', why: 'ingen tegn' },
    }
    const { codes, texts } = splitTexts({ form, value })
    expect(codes).toEqual({ outcome: 'a', actions: [{ by: '2027-01-12' }, {}], check: { answer: 'no' } })
    expect(texts).toEqual({
      why: 'fordi',
      'actions.0.what': 'ringe',
      'actions.1.what': 'skrive',
      'check.why': 'ingen tegn',
    })
  })

  it('never reaches a process: no planted text is left in the codes, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), written => {
        const text = `hemmelig-${written}`
        const value = {
          outcome: 'b',
          why: text,
          name: text,
          actions: [{ what: text }],
          check: { answer: 'yes', why: text },
        }
        const { codes } = splitTexts({ form, value })
        expect(JSON.stringify(codes)).not.toContain('hemmelig-')
        expect(codesOnly(form).safeParse(codes).success).toBe(true)
      }),
    )
  })

  it('is refused where it holds something like a CPR number', () => {
    // 010101-0000 fails modulus 11: it is nobody's number.
    for (const text of ['barnet 010101-0000 er', '0101010000', 'nr 010101 0000']) {
      const result = form.shape.why.safeParse(text)
      expect(result.success).toBe(false)
    }
    expect(form.shape.why.safeParse('sag 12345678901 fra 2027').success).toBe(true)
  })
})

describe('the forms of the tasks', () => {
  it.each(taskKinds)('%s can be shown as JSON Schema and has a shape without texts', kind => {
    const task = taskOfKind(kind)
    if (task === undefined) throw new Error(kind)
    expect(z.toJSONSchema(task.form, { io: 'input' })).toMatchObject({ type: 'object' })
    expect(codesOnly(task.form)).toBeInstanceOf(z.ZodObject)
  })
})

describe('a date in a form', () => {
  it.each(['2027-01-14', '2024-01-01', '2099-12-31'])('may be %s', date => {
    expect(isoDate.safeParse(date).success).toBe(true)
  })

  it.each(['0207-01-14', '1927-01-14', '2100-01-01', '2027-02-30'])('is not %s', date => {
    expect(isoDate.safeParse(date).success).toBe(false)
  })

  it('says that its year is meant', () => {
    expect(isoDate.safeParse('0207-01-14').error?.issues[0]).toMatchObject({
      params: { code: 'year-implausible' },
    })
  })
})

describe('the concern form', () => {
  const concern = {
    raiserRole: 'educator',
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
    severity: 'less',
    parentsInformed: 'both',
    seen: 'Barnet er træt.',
  }

  it('needs a reason when no parent knows, except from a parent', () => {
    const uninformed = { ...concern, parentsInformed: 'none' }
    expect(concernForm.safeParse(uninformed).error?.issues[0]?.path).toEqual(['parentsInformedWhy'])
    expect(concernForm.safeParse({ ...uninformed, raiserRole: 'parent' }).success).toBe(true)
    expect(concernForm.safeParse({ ...uninformed, parentsInformedWhy: 'Ferie.' }).success).toBe(true)
  })

  it('needs at least one of seen, heard and assessment', () => {
    expect(concernForm.safeParse({ ...concern, seen: undefined }).success).toBe(false)
    expect(concernForm.safeParse({ ...concern, seen: undefined, heard: 'Mor er syg.' }).success).toBe(true)
  })
})
