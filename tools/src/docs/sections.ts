import { processes } from '@brobygger/domain/processes'
import { actionTable, fileAccessTable, officeAccessTable } from './access-tables.js'
import { contractsTable } from './contracts-table.js'
import { limitsTable } from './limits-table.js'
import { processSection } from './process-section.js'
import { rulesTable } from './rules-table.js'
import { stagesTable } from './stages-table.js'
import { variablesTable } from './variables-table.js'

/** A part of a page that is made from the code. */
export interface Section {
  /** Page, from the repository's root. */
  readonly file: string
  /** Name in the markers around the part. */
  readonly name: string
  readonly content: () => string
}

/** Every generated part of the documentation. */
export const sections: readonly Section[] = [
  ...Object.values(processes).map(({ kind }) => ({
    file: `docs/processes/${kind}.md`,
    name: 'steps',
    content: () => processSection(kind),
  })),
  { file: 'docs/access.md', name: 'files', content: fileAccessTable },
  { file: 'docs/access.md', name: 'office', content: officeAccessTable },
  { file: 'docs/access.md', name: 'actions', content: actionTable },
  { file: 'docs/contracts.md', name: 'contracts', content: contractsTable },
  { file: 'docs/rules.md', name: 'rules', content: rulesTable },
  { file: 'docs/operations.md', name: 'limits', content: limitsTable },
  { file: 'docs/operations.md', name: 'variables', content: variablesTable },
  { file: 'docs/supervisors.md', name: 'stages', content: stagesTable },
]
