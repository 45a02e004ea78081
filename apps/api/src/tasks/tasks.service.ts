import { protectedPersonsOf, taskById, worklist, type TaskWithDeadline } from '@brobygger/database'
import { namesPerson, splitTexts, type Texts } from '@brobygger/domain/forms'
import {
  canLetOut,
  checkPersonTask,
  declinedTask,
  identifyTask,
  notifyTask,
  raiserNotifyTask,
  taskOfKind,
} from '@brobygger/domain/tasks'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { viewerOf } from '../access/actor.js'
import { protectedAmong } from '../access/named-at-visits.js'
import { View } from '../access/view.js'
import { CaseAccess } from '../access/case-access.js'
import { CaseCommands } from '../command/case-commands.js'
import type { CommandResult } from '../command/recorded.js'
import { fieldErrors } from '../http/field-errors.js'
import { Problem } from '../http/problem.js'
import type { Reply } from '../http/reply.js'
import { childNamed, familyIn } from '../identity/family-in.js'
import { Identity } from '../identity/identity.service.js'
import { administrationOf, caseIn } from '@brobygger/domain/processes'
import { processIn } from '../ids.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { protectionOf } from '../shapes/protection.js'
import { titled } from '../shapes/titled.js'
import { shownWaits } from '../shapes/wait.js'
import { isStorageDown } from '../storage/storage-down.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { addressIsLookedFor } from './address-looked-for.js'
import { answerChecks, type AnswerCheck } from './answer-checks.js'
import { sealedApart } from './sealed-apart.js'
import { formSchema } from './form-schema.js'
import type { DraftSaved, TaskDetail, worklistPage } from './task-answers.js'
import type { AnswerBody, AssignBody, WorklistQuery } from './task-bodies.js'
import { TaskKind } from './task-kind.js'

/** Who does what with which task. */
interface Doing<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly task: string
  readonly body: B
}

/** Who answers, and the texts of the answer. */
interface Meeting {
  readonly caller: Person
  readonly texts: Texts
}

/** The worklist, and what can be done with a task. */
@Injectable()
export class TasksService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
    private readonly commands: CaseCommands,
    private readonly kinds: TaskKind,
    private readonly staff: Staff,
    private readonly identity: Identity,
  ) {}

  /** Open tasks, the most urgent first. */
  async worklist(caller: Person, query: WorklistQuery): Promise<z.infer<typeof worklistPage>> {
    const page = await worklist(this.storage.db, { ...query, viewer: viewerOf(caller) })
    const items = page.items.map(({ waits, ...task }) => ({ ...titled(task), waiting: shownWaits(waits) }))
    return { ...page, items }
  }

  /** A task with its form and the caller's draft. */
  async one(caller: Person, task: string): Promise<TaskDetail> {
    const view = View.of(caller)
    const process = processIn(task)
    const [row, persons, draft] = await Promise.all([
      taskById(this.storage.db, { task }),
      protectedPersonsOf(this.storage.db, { process }),
      this.storage.vault.loadDraft({
        taskId: task,
        person: caller.id,
        administration: administrationOf(process),
        whereaboutsOf: view.reading.whereaboutsOf,
      }),
    ])
    const definition = row === null ? undefined : taskOfKind(row.kind)
    if (row === null || definition === undefined) throw new Problem('task-not-found')
    const isOwn = view.sees(row.process, 'texts') || row.closedBy === caller.id
    const isWarned = view.sees(process, 'texts') || canLetOut(row.kind)
    const answer = isOwn && !(await this.tellsWhere(row, view)) ? row.answer : null
    const shown = { ...titled(row), answer, textRef: isOwn ? row.textRef : null }
    const texts = await openTexts(this.storage, [shown.textRef], view.reading)
    return {
      ...shown,
      form: formSchema(definition),
      draft: (draft ?? null) as TaskDetail['draft'],
      protection: isWarned ? protectionOf(persons.map(({ relation }) => relation)) : null,
      texts,
    }
  }

  /** Whether an answer names, to somebody who does not do that work, cases of people with a protected address. */
  private async tellsWhere({ answer }: TaskWithDeadline, view: View): Promise<boolean> {
    if (answer === null || view.worksOnIt) return false
    return (await protectedAmong(this.storage.db, [answer])).size > 0
  }

  /** Keeps an unfinished answer for the caller alone. */
  async saveDraft(caller: Person, task: string, content: AnswerBody): Promise<DraftSaved> {
    const caseId = caseIn(task)
    const row = await taskById(this.storage.db, { task })
    if (row === null) throw new Problem('task-not-found')
    if (row.status !== 'open') throw new Problem('task-not-open')
    const { administration } = row
    const draft = { taskId: task, person: caller.id, administration, caseId, content }
    return { savedAt: await this.storage.vault.saveDraft(draft) }
  }

  /** Answers a task: the form is checked, its texts go to the vault, its codes to the process. */
  async complete({
    caller,
    key,
    task,
    body,
  }: Doing<Readonly<Record<string, unknown>>>): Promise<Reply<CommandResult>> {
    const { kind, form } = await this.kinds.of(task)
    const parsed = form.safeParse(body)
    if (!parsed.success) throw new Problem('input-invalid', { errors: fieldErrors(parsed.error.issues) })
    const { codes, texts } = splitTexts({ form, value: parsed.data })
    const named = Object.entries<z.core.$ZodType>(form.shape).flatMap(([field, schema]) => {
      const person = codes[field]
      return namesPerson(schema) && typeof person === 'string' ? [{ field, person }] : []
    })
    for (const { field, person } of named) this.staff.mustWorkHere(person, field)
    const reply = await this.commands.send({
      caller,
      key,
      caseId: caseIn(task),
      body: [task, parsed.data],
      update: 'completeTask',
      message: { task, by: caller.id, answer: codes },
      ...sealedApart(kind, task, texts),
      to: () => [processIn(task)],
      check: async place => {
        const { practice } = place
        for (const receiver of named) {
          // Whom a family already has over there is named, and given nothing here.
          if (kind === declinedTask.kind) this.access.mustBeFree(place, receiver)
          else this.access.mustReceive(place, receiver)
        }
        return { answer: await this.asItStands(kind, { caller, task, practice, codes, texts }) }
      },
    })
    // Nobody waits for the drafts to go.
    void this.dropDrafts(task)
    return reply
  }

  /** What an answer names has to be there, and is filled in as it stands. While the database is down only the process can tell, and does. */
  private async asItStands(kind: string, answering: Parameters<AnswerCheck>[1] & Meeting): Promise<object> {
    await addressIsLookedFor(this.storage.db, kind, answering)
    if (kind === identifyTask.kind) return await this.whoIsKnown(answering)
    if (kind === checkPersonTask.kind) return await this.whatWasSeen(answering)
    if (kind === notifyTask.kind || kind === raiserNotifyTask.kind) await this.keepNamed(answering)
    try {
      return (await answerChecks[kind]?.(this.storage.db, answering)) ?? answering.codes
    } catch (error) {
      if (!isStorageDown(error)) throw error
      return answering.codes
    }
  }

  /** Who the child is goes into the vault; of others who are known the process gets a link, whatever was sent. */
  private async whoIsKnown({ caller, task, practice, codes, texts }: Parameters<AnswerCheck>[1] & Meeting) {
    const { known: _known, ...answer } = codes
    if (answer['custodyVerified'] !== true) return answer
    const identified = { caller, caseId: caseIn(task), practice }
    const known = await this.identity.meet(identified, familyIn({ task, codes, texts }))
    // Workers of the release before do not know the field: it is there only where it says something.
    return known.length === 0 ? answer : { ...answer, known }
  }

  /** What somebody has seen in the register by hand is in the vault before the process hears of it. */
  private async whatWasSeen({ caller, task, practice, codes, texts }: Parameters<AnswerCheck>[1] & Meeting) {
    const { known: _known, ...answer } = codes
    const identified = { caller, caseId: caseIn(task), practice }
    if (answer['protectedAddress'] === true) await this.identity.protect(identified)
    const number = texts['civilNumber']
    if (number === undefined) return answer
    const known = await this.identity.correct(identified, number)
    return known.length === 0 ? answer : { ...answer, known }
  }

  /** A notification that names the child by number identifies them, too. */
  private async keepNamed({ task, practice, texts }: Parameters<AnswerCheck>[1] & Meeting): Promise<void> {
    const child = childNamed({ task, texts })
    if (child !== null) await this.identity.keep({ caseId: caseIn(task), practice }, child)
  }

  /** Gives a task to a colleague. */
  async assign({ caller, key, task, body }: Doing<AssignBody>): Promise<Reply<CommandResult>> {
    const { to } = body
    this.staff.mustWorkHere(to, 'to')
    return await this.commands.send({
      caller,
      key,
      caseId: caseIn(task),
      body: [task, body],
      update: 'assignTask',
      message: { task, by: caller.id, to },
      texts: {},
      to: () => [processIn(task)],
      check: place => this.access.mustReceive(place, { person: to, field: 'to', task }),
    })
  }

  /** The answer stands whether or not the drafts go now; the case's end takes what is left. */
  private async dropDrafts(task: string): Promise<void> {
    try {
      await this.storage.vault.dropDrafts({ taskId: task, administration: administrationOf(processIn(task)) })
    } catch {
      return
    }
  }
}
