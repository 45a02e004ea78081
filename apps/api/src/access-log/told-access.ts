import { fields as kindsOfContent } from '@brobygger/access'
import type { LoggedAccess } from '@brobygger/access-log'
import {
  accessBases,
  accessPurposes,
  administrations,
  disclosureBases,
  helpReports,
  offerBases,
  roles,
  type Label,
} from '@brobygger/domain/codes'
import type { ToldAccess } from './log-shapes.js'
import type { OperationWords } from './operation-words.js'

/**
 * What a data subject is told of a look. By default without the staff member's name: art. 15 gives a right to dates
 * and purposes, not to the identity of employees who act for the municipality, unless it is needed to use the
 * subject's rights (EU Court of Justice, C-579/21, Pankki S).
 */
export function toldAccess(
  line: LoggedAccess,
  words: Pick<OperationWords, 'of'>,
  nameOf?: (person: string) => string,
): ToldAccess {
  const { at, administration, action, purpose, basis, fields, actor } = line
  return {
    at,
    administration: administration === null ? null : administrations.labels[administration],
    roles: line.roles.map(role => roles.labels[role]),
    action: words.of(action),
    purpose: inWords(purpose, accessPurposes.labels),
    basis: inWords(basis, basisLabels),
    fields: fields.map(field => inWords(field, fieldLabels)),
    ...(nameOf === undefined ? {} : { staff: actor === null ? '' : nameOf(actor) }),
  }
}

/** An offer is logged with its contract in the place of the fields, a report with what it reports. */
const fieldLabels = { ...accessPurposes.labels, ...helpReports.labels, ...kindsOfContent.labels }
const basisLabels = { ...disclosureBases.labels, ...offerBases.labels, ...accessBases.labels }

/** What a code of the log says; the code itself where a line is older than the lists of today. */
function inWords(code: string, labels: Readonly<Record<string, Label>>): Label {
  return labels[code] ?? { da: code, en: code }
}
