import { fileActions, fileRules, officeActions, officeRules } from '@brobygger/access'
import { accessBases, accessPurposes, roles, type Role } from '@brobygger/domain/codes'
import { code, markdownTable } from './markdown-table.js'

/** Who may what with a case or another file, a line a rule. */
export function fileAccessTable(): string {
  const rows = fileRules.map(({ basis, roles: of, kinds, offered, does, sees, purpose }) => [
    `${accessBases.labels[basis].en} (${code(basis)})`,
    rolesText(of),
    [kinds?.map(code).join(', ') ?? 'all', ...phase(offered)].join('; '),
    does.map(code).join(', '),
    sees.map(code).join(', '),
    accessPurposes.labels[purpose].en,
  ])
  return markdownTable(['basis', 'who', 'processes', 'may', 'sees', 'purpose'], rows)
}

/** Who may what that has no file, or begins one. */
export function officeAccessTable(): string {
  const rows = officeRules.map(({ does, roles: of, to, purpose }) => [
    does.map(code).join(', '),
    rolesText(of),
    to === undefined ? '' : reach[to],
    accessPurposes.labels[purpose].en,
  ])
  return markdownTable(['may', 'who', 'towards', 'purpose'], rows)
}

/** What each action is. */
export function actionTable(): string {
  const labels = { ...fileActions.labels, ...officeActions.labels }
  const rows = Object.entries(labels).map(([action, { da, en }]) => [code(action), da, en])
  return markdownTable(['action', 'handling', 'in English'], rows)
}

const reach = {
  ledColleague: 'a colleague whose unit they lead',
  ledColleagueOrSelf: 'themselves, or a colleague whose unit they lead',
  ownAdministration: 'an administration in which they lead',
} as const

const phase = (offered: boolean | undefined): string[] =>
  offered === undefined ? [] : [offered ? 'while an offer waits' : 'once accepted']

const rolesText = (of: readonly Role[] | undefined): string =>
  of === undefined ? 'anybody' : of.map(role => roles.labels[role].en).join(', ')
