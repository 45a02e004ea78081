import { ageBands, categories, severities } from '@brobygger/domain/codes'
import type { ConcernInput } from '@brobygger/domain/messages'

/** What supervisors see of a concern in Temporal UI before it has said anything itself: labels of codes only. */
export function summaryOf(input: ConcernInput): { staticSummary: string; staticDetails: string } {
  const age = ageBands.labels[input.ageBand].da
  const category = categories.labels[input.mainCategory].da
  const others = input.otherCategories.map(code => categories.labels[code].da)
  const lines = [
    '### Bekymring',
    '',
    `- **Sagskode:** ${input.caseId}`,
    `- **Alder:** ${age}`,
    `- **Handler mest om:** ${category}`,
    ...(others.length > 0 ? [`- **Handler også om:** ${others.join(', ')}`] : []),
    `- **Alvor:** ${severities.labels[input.severity].da}`,
    `- **Institution:** ${input.institution}`,
    ...(input.acute ? ['- **Akut fare**'] : []),
    ...(input.practice === null ? [] : ['- _Øvesag_']),
  ]
  return {
    staticSummary: `Bekymring, ${age}, ${category.charAt(0).toLowerCase()}${category.slice(1)}`,
    staticDetails: lines.join('\n'),
  }
}
