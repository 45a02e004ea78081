import type { CaseFile, ProcessWithWaits } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { z } from 'zod'
import type { View } from '../access/view.js'
import type { caseFileShape } from '../shapes/case.js'
import { shownLookUp } from '../shapes/person-look-up.js'
import { shownLetter } from '../shapes/shown-letter.js'
import { protectionOf } from '../shapes/protection.js'
import { isNewest, shownRegistryEvent } from '../shapes/shown-registry-event.js'
import { shownWaits } from '../shapes/wait.js'
import { titled } from '../shapes/titled.js'
import { shownCase } from './shown-case.js'

type ShownFile = Omit<z.infer<typeof caseFileShape>, 'texts'>
type IsShown = (entry: { administration: Administration; by: string | null }) => boolean

/** What of a case and all that belongs to it is shown. What is withheld is as if there were none. */
export function shownFile(file: CaseFile, view: View, isEntryShown: IsShown): ShownFile {
  const tasks = file.tasks.filter(task => view.seesTask(task)).map(titled)
  const own = new Set(tasks.map(({ id }) => id))
  return {
    ...shownCase(file, view),
    protection: view.knowsIdentity ? protectionOf(view.protectedPersons) : null,
    processes: file.processes.filter(({ id }) => view.sees(id, 'stage')).map(one => shownProcess(one, view)),
    tasks,
    deadlines: file.deadlines.filter(({ id, process }) => view.sees(process, 'tasks') || own.has(id)),
    consents: file.consents.filter(({ process }) => view.sees(process, 'consents')),
    handovers: file.handovers.filter(({ process }) => view.sees(process, 'handovers', 'offered')),
    helpReports: file.helpReports.filter(({ process }) => view.sees(process, 'handovers')),
    bases: file.bases.filter(({ process }) => view.sees(process, 'consents')),
    relations: file.relations.filter(({ administration }) => view.knowsIdentityIn(administration)),
    registryEvents: file.registryEvents
      .filter(({ administration }) => view.knowsIdentityIn(administration))
      .filter(isNewest)
      .map(event =>
        shownRegistryEvent({
          ...event,
          municipality: view.hidesWhereabouts ? null : event.municipality,
        }),
      ),
    personLookUps: file.personLookUps
      .filter(({ administration }) => view.knowsIdentityIn(administration))
      .map(look => shownLookUp(look, view.hidesWhereabouts)),
    merges: file.merges.filter(({ administration }) => view.knowsIdentityIn(administration)),
    letters: file.letters.filter(letter => view.seesLetter(letter)).map(shownLetter),
    notes: file.notes.filter(({ administration, writtenBy: by }) => isEntryShown({ administration, by })),
    documents: file.documents.filter(({ administration, addedBy: by }) =>
      isEntryShown({ administration, by }),
    ),
  }
}

/** A process, with its people where they are shown. */
export function shownProcess<T extends ProcessWithWaits>(process: T, view: View) {
  const seen = view.sees(process.id, 'people')
  return {
    ...process,
    waiting: shownWaits(process.waiting),
    people: seen ? process.people : null,
    hiddenFrom: seen ? process.hiddenFrom : [],
  }
}

/** References of the texts that what is shown refers to. */
export function textRefsOf(file: ShownFile): (string | null)[] {
  const { notes, consents, handovers, bases, letters } = file
  return [
    file.textRef,
    file.closingTextRef,
    ...notes.map(note => note.textRef),
    ...consents.flatMap(consent => [consent.textRef, ...consent.answers.map(answer => answer.textRef)]),
    ...letters.map(letter => letter.givenUpTextRef),
    ...bases.flatMap(basis => [basis.textRef, basis.reviewTextRef]),
    ...handovers.flatMap(handover => [handover.textRef, handover.answerTextRef]),
  ]
}
