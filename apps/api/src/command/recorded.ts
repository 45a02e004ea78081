import { z } from 'zod'
import { Reply } from '../http/reply.js'
import { caseId } from '../ids.js'

/** The answer to a command: it is done, and whether it can be seen already. */
export const commandResult = z
  .object({
    caseId,
    recorded: z.boolean().meta({ description: 'False while the case has it but the read model has not' }),
  })
  .meta({ id: 'CommandResult' })
export type CommandResult = z.infer<typeof commandResult>

/** 200 when what was accepted can be seen already; otherwise 202 with where to look. */
export function commandReply(caseId: string, recorded: boolean): Reply<CommandResult> {
  const headers: Readonly<Record<string, string>> = recorded ? {} : { Location: `/api/cases/${caseId}` }
  return new Reply({ caseId, recorded }, recorded ? 200 : 202, headers)
}

const replay = { 'Idempotent-Replay': '`true` when this is the answer to an earlier one' }

/** How commands succeed, for the document. */
export const commandSuccesses = {
  200: { description: 'Done, and visible', schema: commandResult, headers: replay },
  202: {
    description: 'Accepted and durable; it becomes visible as soon as the database answers',
    schema: commandResult,
    headers: { Location: 'Address of the case' },
  },
} as const

/** What can come in the way of any command to a case. */
export const commandProblems = [
  'case-unknown',
  'conflict-of-interest',
  'process-ended',
  'case-closed',
  'command-running',
  'refused',
  'answer-invalid',
  'engine-unavailable',
  'storage-unavailable',
] as const
