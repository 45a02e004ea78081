import { pastRetention, type Db } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { RetentionInput, RetentionItem } from '@brobygger/domain/messages'
import { answeringUnit, leadersIn, type Municipality } from '@brobygger/domain/organisation'
import { addMonths, localDate, type RuleId } from '@brobygger/domain/policy'
import { processIdIn } from '@brobygger/domain/processes'
import { listCode } from '@brobygger/domain/retention'
import { amountOn } from './calendar.js'
import type { OrdinaryActivities, ReadActivities, RetentionActivities } from './types.js'

interface Parts {
  readonly db: Db
  readonly administration: Administration
  readonly practice: boolean
  readonly municipality: Municipality
  readonly startProcess: OrdinaryActivities['startProcess']
}

/** Finds the cases that have been kept as long as their rules say, and begins the list of a month. */
export function retentionActivities(
  parts: Parts,
): RetentionActivities & Pick<ReadActivities, 'pastRetention'> {
  const { db, administration, practice, municipality, startProcess } = parts

  const due = (at: string): Promise<RetentionItem[]> => {
    const on = localDate(at)
    const before = (rule: RuleId) => addMonths(on, -12 * amountOn(municipality, rule, on))
    const endedBefore = {
      'retention-advice': before('retention-advice'),
      'retention-counselling': before('retention-counselling'),
      'retention-authority': before('retention-authority'),
    }
    return pastRetention(db, { administration, practice, on, endedBefore })
  }

  return {
    pastRetention: ({ at }) => due(at),
    openRetention: async ({ at }) => {
      if ((await due(at)).length === 0) return { lists: 0 }
      const month = localDate(at).slice(0, 7)
      const caseId = listCode({ month })
      const process = processIdIn({ kind: 'retention', caseId, administration })
      const leaders = leadersIn(municipality, administration)
      const input: RetentionInput = {
        caseId,
        practice: null,
        by: null,
        unit: answeringUnit(municipality, administration),
        people: {
          raiser: null,
          institutionLeader: null,
          socialWorker: leaders.teamLeader,
          ...leaders,
          familyCaseworker: null,
          familyHouseTherapist: null,
        },
      }
      await startProcess({ kind: 'retention', process, input, title: `Slettefrister ${month}` })
      return { lists: 1 }
    },
  }
}
