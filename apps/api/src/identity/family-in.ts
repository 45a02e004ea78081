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

/** A CPR number within a text, with or without its hyphen. */
const numberIn = /(?<!\d)\d{6}-?\d{4}(?!\d)/

/** The child whom a notification names with a number; null where it has none. */
export function childNamed({ task, texts }: { task: string; texts: Texts }) {
  const cprNumber = numberIn.exec(texts['childContact'] ?? '')?.[0]
  if (cprNumber === undefined) return null
  return { id: `${task}.child`, relation: 'child', name: texts['childName'] ?? null, cprNumber }
}
