import { administrations } from '@brobygger/domain/codes'
import { processes, stageOf } from '@brobygger/domain/processes'
import { code, markdownTable } from './markdown-table.js'

/** What the search attribute BroStage can hold, for each process. */
export function stagesTable(): string {
  const rows = Object.values(processes).map(process => [
    code(process.kind),
    administrations.labels[process.administration].en,
    process.steps.map(step => code(stageOf({ process, step: step.id }))).join(', '),
  ])
  return markdownTable(['BroProcess', 'administration', 'BroStage'], rows)
}
