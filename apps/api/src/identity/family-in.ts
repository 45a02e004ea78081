import type { Texts } from '@brobygger/domain/forms'
import type { AnswerOf, identifyTask } from '@brobygger/domain/tasks'

/** The child and the parents as the form of identification has them, its codes and texts put together again. */
export function familyIn(args: { task: string; codes: Readonly<Record<string, unknown>>; texts: Texts }) {
  const { task, codes, texts } = args
  const { parents = [], protectedAddress = false } = codes as Partial<AnswerOf<typeof identifyTask>>
  const child = {
    id: `${task}.child`,
    relation: 'child',
    name: texts['childName'] ?? null,
    cprNumber: texts['civilNumber'] ?? null,
    protectedAddress,
  }
  const adults = parents.map(({ parent }, index) => ({
    id: `${task}.parent.${index}`,
    relation: parent,
    name: texts[`parents.${index}.name`] ?? null,
    cprNumber: texts[`parents.${index}.civilNumber`] ?? null,
  }))
  return [child, ...adults]
}
