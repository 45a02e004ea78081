import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '../connection/connect.js'
import {
  answerColumns,
  consentColumns,
  deadlineColumns,
  type ConsentAnswerRow,
  type ConsentRow,
  type DeadlineRow,
} from './columns.js'

/** A consent with where each giver stands, and the deadline for answering once it is delivered. */
export interface ConsentWithAnswers extends ConsentRow {
  readonly answers: readonly ConsentAnswerRow[]
  readonly deadline: DeadlineRow | null
}

/** The query for consents with their answers, to be narrowed. */
export function consentsWithAnswers(db: Db) {
  return db
    .selectFrom('consents')
    .select(consentColumns)
    .select(eb => [
      jsonArrayFrom(
        eb
          .selectFrom('consent_answers')
          .select(answerColumns)
          .whereRef('consent_answers.consent', '=', 'consents.id')
          .orderBy('giver'),
      ).as('answers'),
      jsonObjectFrom(
        eb.selectFrom('deadlines').select(deadlineColumns).whereRef('deadlines.id', '=', 'consents.id'),
      ).as('deadline'),
    ])
}

/** A consent with its answers, or null. One round trip. */
export async function consentById(db: Db, args: { consent: string }): Promise<ConsentWithAnswers | null> {
  return (await consentsWithAnswers(db).where('consents.id', '=', args.consent).executeTakeFirst()) ?? null
}
