import { rules } from '@brobygger/domain/policy'
import { code, markdownTable } from './markdown-table.js'
import { amountText } from './rule-text.js'

/** Every version of every rule, as the table in `libs/domain/src/policy/rules` has it. */
export function rulesTable(): string {
  const yes = (holds: boolean) => (holds ? 'yes' : '')
  const rows = rules.map(rule => [
    code(rule.id),
    String(rule.version),
    rule.text.da,
    rule.text.en,
    amountText(rule),
    rule.reminderAfter === undefined ? '' : amountText(rule.reminderAfter),
    rule.basis,
    rule.mark,
    yes(rule.local),
    yes(rule.pausable),
    `${rule.validFrom} –${rule.validTo === undefined ? '' : ` ${rule.validTo}`}`,
  ])
  const head = [
    'id',
    'version',
    'regel',
    'rule',
    'amount',
    'reminder after',
    'basis',
    'mark',
    'local',
    'pausable',
    'valid',
  ]
  return markdownTable(head, rows)
}
