import type { Municipality } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { processId } from '@brobygger/domain/processes'
import { quartersDue, roundCode, roundInput } from '@brobygger/domain/visits'
import type { OrdinaryActivities, RoundsActivities } from './types.js'

/** Opens the real rounds of every cluster, under ids that follow from cluster and quarter: a repeat finds the first. */
export function roundsActivities(of: {
  municipality: Municipality
  startProcess: OrdinaryActivities['startProcess']
}): RoundsActivities {
  const { municipality, startProcess } = of
  return {
    openRounds: async ({ at }) => {
      const on = localDate(at)
      const rounds = quartersDue(on, municipality).flatMap(quarter =>
        municipality.clusters.map(({ id, name }) => ({ quarter, cluster: id, name })),
      )
      for (const { quarter, cluster, name } of rounds) {
        const caseId = roundCode({ cluster, quarter })
        const input = roundInput({ municipality, caseId, cluster, quarter, practice: null, on })
        if (input === null) continue
        const process = processId({ kind: 'visitRound', caseId })
        await startProcess({ kind: 'visitRound', process, input, title: `Besøg ${quarter}: ${name}` })
      }
      return { rounds: rounds.length }
    },
  }
}
