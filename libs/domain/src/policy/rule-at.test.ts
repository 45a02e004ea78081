import { describe, expect, it } from '@jest/globals'
import { PolicyError } from './policy-error.js'
import { ruleAt, ruleIn } from './rule-at.js'
import type { RuleId } from './rule-id.js'
import { ruleId } from './rule-id.js'
import type { Rule } from './rule.js'

const on = '2027-01-11'
const code = (expected: string) => expect.objectContaining({ name: 'PolicyError', code: expected })

describe('ruleAt', () => {
  it('answers every rule for a case of today', () => {
    for (const id of ruleId.options) expect(ruleAt({ id, on })).toMatchObject({ id, version: 1 })
  })

  it('uses the municipality’s amount for a local rule, and only that', () => {
    const localAmounts = { 'triage-answer': 2 }
    expect(ruleAt({ id: 'triage-answer', on, localAmounts })).toEqual({
      ...ruleAt({ id: 'triage-answer', on }),
      amount: 2,
    })
    expect(ruleAt({ id: 'raiser-reply', on, localAmounts })).toEqual(ruleAt({ id: 'raiser-reply', on }))
  })

  it('drops a reminder that would come on or after a shortened deadline', () => {
    const short = ruleAt({ id: 'referral-answer', on, localAmounts: { 'referral-answer': 5 } })
    const long = ruleAt({ id: 'referral-answer', on, localAmounts: { 'referral-answer': 6 } })
    expect(short).not.toHaveProperty('reminderAfter')
    expect(long.reminderAfter).toEqual({ amount: 5, unit: 'arbejdsdage' })
  })

  it('refuses to change what the law sets', () => {
    const asked = () => ruleAt({ id: 'child-investigation', on, localAmounts: { 'child-investigation': 6 } })
    expect(asked).toThrow(code('rule-not-local'))
  })

  it.each([0, -1, 2.5, Number.NaN])('refuses %s as a local amount', amount => {
    expect(() => ruleAt({ id: 'triage-answer', on, localAmounts: { 'triage-answer': amount } })).toThrow(
      code('rule-amount-invalid'),
    )
  })

  it('refuses an amount for a local rule that has none', () => {
    expect(() => ruleAt({ id: 'agreed-date', on, localAmounts: { 'agreed-date': 3 } })).toThrow(
      code('rule-amount-invalid'),
    )
  })

  it('refuses a date before the rules came into force', () => {
    expect(() => ruleAt({ id: 'triage-answer', on: '2023-12-31' })).toThrow(code('rule-not-in-force'))
    expect(ruleAt({ id: 'triage-answer', on: '2024-01-01' }).amount).toBe(3)
  })

  it('refuses an id that reached it from stored data and is no rule', () => {
    const stored: unknown = JSON.parse('"no-such-rule"')
    expect(() => ruleAt({ id: stored as RuleId, on })).toThrow(PolicyError)
    expect(() => ruleAt({ id: stored as RuleId, on })).toThrow(code('rule-unknown'))
  })
})

describe('a rule that was changed', () => {
  const old = ruleAt({ id: 'child-investigation', on })
  const table: readonly Rule[] = [
    { ...old, validTo: '2027-06-30' },
    { ...old, version: 2, amount: 3, validFrom: '2027-07-01', validTo: '2028-06-30' },
  ]
  const at = (date: string) => ruleIn(table, { id: 'child-investigation', on: date })

  it('is the old version to its last day and the new one from its first', () => {
    expect(at('2027-06-30')).toMatchObject({ version: 1, amount: 4 })
    expect(at('2027-07-01')).toMatchObject({ version: 2, amount: 3 })
    expect(at('2028-06-30')).toMatchObject({ version: 2 })
    expect(() => at('2028-07-01')).toThrow(code('rule-not-in-force'))
  })
})
