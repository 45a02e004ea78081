import type { Db } from '@brobygger/database'
import { caseIn } from '@brobygger/domain/processes'
import type { referralTask, AnswerOf } from '@brobygger/domain/tasks'
import { fieldProblem } from '../http/problem.js'
import type { Answering } from './answering.js'

type Referral = Partial<AnswerOf<typeof referralTask>>

/**
 * Each document that is sent is the case's own, and its basis is there: a consent in force that covers its kind, an
 * exchange with the receiver, or a leader's decision. Gives the answer with the kinds as they were filed.
 */
export async function attachmentsAreCovered(db: Db, { task, codes }: Answering): Promise<object | undefined> {
  const { attachments = [], to = 'family-group' } = codes as Referral
  if (attachments.length === 0) return undefined
  const caseId = caseIn(task)
  const [filed, consents, stated] = await Promise.all([
    db
      .selectFrom('documents')
      .select(['id', 'kind', 'text_ref as ref'])
      .where('case_id', '=', caseId)
      .where('administration', '=', 'children-and-youth')
      .execute(),
    db
      .selectFrom('consents')
      .select('covered_kinds as kinds')
      .where('case_id', '=', caseId)
      .where('to_unit', '=', to)
      .where('from_unit', '=', 'early-help')
      .where('status', 'in', ['given', 'partial'])
      .execute(),
    db.selectFrom('bases').select(['kind', 'units', 'upheld']).where('case_id', '=', caseId).execute(),
  ])
  const found = attachments.map(({ document, basis }, index) => {
    const file = filed.find(({ id }) => id === document)
    const field = `attachments.${index}.document`
    if (file === undefined) throw fieldProblem('entry-unknown', field)
    const held = stated.some(one => one.kind === basis && one.units.includes(to) && one.upheld !== false)
    if (basis !== 'consent' && !held) throw fieldProblem('basis-missing', `attachments.${index}.basis`)
    return { document, basis, kind: file.kind, ref: file.ref, field }
  })
  // One consent has to cover all that is sent on consent: an offer rests on one.
  const byConsent = found.filter(({ basis }) => basis === 'consent')
  const covering = consents.find(({ kinds }) => byConsent.every(({ kind }) => includes(kinds, kind)))
  if (covering === undefined) {
    const uncovered = byConsent.find(({ kind }) => !consents.some(({ kinds }) => includes(kinds, kind)))
    const [first] = byConsent
    if (first !== undefined) throw fieldProblem('kind-not-covered', (uncovered ?? first).field)
  }
  return { ...codes, attachments: found.map(({ field: _field, ...document }) => document) }
}

const includes = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind)
