import { requestConsentTask } from '@brobygger/domain/tasks'

type Texts = Readonly<Record<string, string>>

/** Contacts that parents give before they are identified lie in an envelope of their own; other texts with the case. */
export function sealedApart(
  kind: string,
  task: string,
  texts: Texts,
): { texts: Texts; sealed?: { envelope: string; texts: Texts } } {
  if (kind !== requestConsentTask.kind) return { texts }
  const isContact = ([path]: [string, string]): boolean => path.endsWith('.contact')
  const all = Object.entries(texts)
  return {
    texts: Object.fromEntries(all.filter(entry => !isContact(entry))),
    sealed: { envelope: task, texts: Object.fromEntries(all.filter(isContact)) },
  }
}
