import { describe, expect, it } from '@jest/globals'
import { ruleId } from './rule-id.js'
import { rule, termUnit, type Rule } from './rule.js'
import { rules } from './rules.js'

/** What is wrong with the versions of one rule: nothing, when each begins after the one before has ended. */
function versionFaults(table: readonly Rule[], id: string): string[] {
  const versions = table.filter(row => row.id === id).sort((a, b) => a.version - b.version)
  return versions.flatMap((row, index) => {
    const previous = versions[index - 1]
    return [
      ...(row.validTo !== undefined && row.validTo < row.validFrom ? [`${id} ends before it begins`] : []),
      ...(previous?.version === row.version ? [`${id} has version ${row.version} twice`] : []),
      ...(previous && (previous.validTo === undefined || previous.validTo >= row.validFrom)
        ? [`${id} version ${row.version} overlaps the one before`]
        : []),
    ]
  })
}

const term = (row: Rule) => termUnit.safeParse(row.unit).success

describe('the table of rules', () => {
  it('holds every rule id, and each row has the shape of a rule', () => {
    expect(new Set(rules.map(row => row.id))).toEqual(new Set(ruleId.options))
    for (const row of rules) expect(rule.parse(row)).toEqual(row)
  })

  it('has at most one version of a rule in force on any day, newer versions later', () => {
    expect(ruleId.options.flatMap(id => versionFaults(rules, id))).toEqual([])
  })

  it('would report an overlap, a repeated version and a period that ends before it begins', () => {
    const first = rules.filter(row => row.id === 'triage-answer')
    const again = first.map(row => ({ ...row, validTo: '2023-12-31' }))
    expect(versionFaults([...first, ...again], 'triage-answer')).toEqual([
      'triage-answer ends before it begins',
      'triage-answer has version 1 twice',
      'triage-answer version 1 overlaps the one before',
    ])
  })

  it('lets no statutory clock be paused', () => {
    expect(rules.filter(row => row.pausable && !row.local)).toEqual([])
  })

  it('gives an amount exactly where it gives a unit', () => {
    expect(rules.filter(row => (row.amount === null) !== (row.unit === null))).toEqual([])
  })

  it('reminds before the rule falls due, counted in the same unit', () => {
    const reminded = rules.filter(row => row.reminderAfter)
    expect(reminded.map(row => row.id)).toEqual(['consent-answer', 'referral-answer'])
    for (const { amount, unit, reminderAfter } of reminded) {
      expect(reminderAfter?.unit).toBe(unit)
      expect(reminderAfter?.amount).toBeLessThan(amount ?? 0)
    }
  })

  it('names a paragraph or an act for every rule that is not local', () => {
    const law = /§|art\.|lov|bekendtgørelse/i
    expect(rules.filter(row => !row.local && !law.test(row.basis)).map(row => row.id)).toEqual([])
  })

  it.each([
    ['notification-acute-assessment', 24, 'hours', false],
    ['notification-receipt', 6, 'hverdage', false],
    ['consent-disclosure', 12, 'months', true],
    ['consent-health', 1, 'years', false],
    ['open-counselling', 6, 'sessions', true],
    ['early-measure', 12, 'weeks', true],
    ['child-investigation', 4, 'months', false],
    ['child-plan', 3, 'months', false],
    ['first-follow-up', 3, 'months', false],
    ['first-follow-up-next', 6, 'months', true],
    ['youth-plan', 16, 'yearsOfAge', false],
    ['party-age', 10, 'yearsOfAge', false],
    ['investigation-age', 15, 'yearsOfAge', false],
    ['file-access', 7, 'arbejdsdage', false],
    ['subject-access', 1, 'months', false],
    ['breach-report', 72, 'hours', false],
    ['absence-warning', 10, 'percent', false],
    ['absence-notify', 15, 'percent', false],
    ['youth-inactive', 5, 'arbejdsdage', false],
    ['youth-inactive-offer', 30, 'days', false],
    ['referral-answer', 10, 'arbejdsdage', true],
    ['consent-answer', 14, 'days', true],
    ['triage-answer', 3, 'arbejdsdage', true],
    ['raiser-reply', 5, 'arbejdsdage', true],
    ['counselling-start', 10, 'arbejdsdage', true],
    ['other-resource-accept', 5, 'arbejdsdage', true],
    ['declined-decide', 5, 'arbejdsdage', true],
    ['first-meeting', 14, 'days', true],
    ['oral-consent', 14, 'days', true],
    ['conflict-reassign', 1, 'arbejdsdage', true],
    ['duty-unread', 1, 'hours', true],
    ['move-send', 3, 'arbejdsdage', true],
    ['caseload-high', 30, 'children', true],
    ['next-step', 5, 'arbejdsdage', true],
    ['case-system-entry', 2, 'arbejdsdage', true],
    ['case-system-erasure', 5, 'arbejdsdage', true],
  ])('sets %s to %s %s (local: %s)', (id, amount, unit, local) => {
    expect(rules.find(row => row.id === id)).toMatchObject({ amount, unit, local })
  })

  it('never lets a pause hold back what protects the child or the family', () => {
    const kept = [
      'access-step',
      'access-review',
      'basis-review',
      'override-review',
      'key-backups',
      'retention-advice',
      'retention-counselling',
      'retention-authority',
      'retention-access-log',
      'case-system-erasure',
      'journal-entry',
      'duty-unread',
      'oral-consent',
      'consent-disclosure',
      'letter-by-post',
      'conflict-reassign',
      'move-send',
      'person-look-up',
      'person-check',
    ]
    const deadlines = rules.filter(row => row.local && !row.pausable && term(row)).map(row => row.id)
    expect(new Set(deadlines)).toEqual(new Set([...kept, 'notification-feedback', 'first-follow-up-next']))
  })
})
