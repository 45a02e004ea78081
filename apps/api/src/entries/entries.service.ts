import type { Administration } from '@brobygger/domain/codes'
import type { EventBody } from '@brobygger/domain/events'
import type { JsonObject } from '@brobygger/vault'
import { Injectable } from '@nestjs/common'
import { CaseAccess, type CasePlace } from '../access/case-access.js'
import { EntryReaders } from '../access/entry-readers.js'
import { View } from '../access/view.js'
import { entryIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { CaseTime } from '../practice/case-time.js'
import { Storage } from '../storage/storage.js'
import {
  bytesOf,
  type CorrectionBody,
  type DocumentBody,
  type DocumentContent,
  type EntryResult,
  type NoteBody,
} from './entry-bodies.js'
import { EntryLog } from './entry-log.js'

/** Who adds what to which case. */
interface Adding<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly caseId: string
  readonly body: B
}

/** Notes, documents and corrections. An entry is never edited: a correction stands beside it and supersedes it. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly storage: Storage,
    private readonly time: CaseTime,
    private readonly log: EntryLog,
    private readonly readers: EntryReaders,
  ) {}

  addNote(adding: Adding<NoteBody>): Promise<Reply<EntryResult>> {
    const content = { text: adding.body.text }
    return this.add(adding, { prefix: 'n', purpose: 'note', content }, (note, text) => ({
      type: 'noteAdded',
      note,
      text,
    }))
  }

  addDocument(adding: Adding<DocumentBody>): Promise<Reply<EntryResult>> {
    const { kind, mediaType, contentBase64 } = adding.body
    const bytes = bytesOf(contentBase64)
    const stored = { prefix: 'd', purpose: 'document', content: { contentBase64 } } as const
    return this.add(adding, stored, (document, text) => ({
      type: 'documentAdded',
      document,
      kind,
      mediaType,
      bytes,
      text,
    }))
  }

  async correct(adding: Adding<CorrectionBody>): Promise<Reply<EntryResult>> {
    const { caseId, body } = adding
    const { entry } = body
    const stored = { prefix: 'n', purpose: 'correction', content: { text: body.text } } as const
    const check = () => this.mustBeNewest(caseId, entry)
    return await this.add(
      adding,
      stored,
      (supersededBy, text) => ({ type: 'corrected', entry, supersededBy, text }),
      check,
    )
  }

  /** The content of a document. */
  async document(caller: Person, caseId: string, document: string): Promise<DocumentContent> {
    const view = View.of(caller)
    const row = await this.storage.db
      .selectFrom('documents')
      .select(['kind', 'media_type as mediaType', 'text_ref as ref', 'administration', 'added_by as by'])
      .where('id', '=', document)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    // What was sent with an offer is opened by its grant, for as long as that is valid.
    const isShown = row !== undefined && (this.readers.shows(view, row) || view.hasOffer)
    if (!isShown) throw new Problem('entry-unknown')
    const content = (await this.storage.vault.getMany([row.ref], view.reading)).get(row.ref)
    const contentBase64 = content?.['contentBase64']
    if (typeof contentBase64 !== 'string') throw new Problem('entry-unknown')
    return { document, kind: row.kind, mediaType: row.mediaType, contentBase64 }
  }

  private async add<B>(
    { caller, key, caseId, body }: Adding<B>,
    stored: { prefix: 'n' | 'd'; purpose: string; content: JsonObject },
    event: (entry: string, text: string) => EventBody,
    check: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Reply<EntryResult>> {
    const place = this.access.of(caseId, caller)
    const incoming = { caller, key, name: `${stored.purpose} ${caseId}`, body, codesOnly: false }
    return await this.commands.once(incoming, async plan => {
      const entry = entryIdOf(stored.prefix, plan.id)
      if (!(await this.isThere(entry))) {
        await check()
        await this.write({ place, caller, plan, entry, event, ...stored })
      }
      return new Reply({ caseId, entry }, 201)
    })
  }

  private async write(args: {
    place: CasePlace
    caller: Person
    plan: Plan
    entry: string
    purpose: string
    content: JsonObject
    event: (entry: string, text: string) => EventBody
  }): Promise<void> {
    const { place, caller, entry, purpose, content, event } = args
    const { caseId, practice } = place
    const at = await this.time.now(place)
    const administration = administrationOf(place)
    const text = await this.storage.vault.put({
      administration,
      caseId,
      id: entry,
      practice,
      purpose,
      content,
    })
    await this.log.append({ caseId, administration, practice, at, by: caller.id, body: event(entry, text) })
  }

  /** Whether a repeat finds the entry already written. */
  private async isThere(entry: string): Promise<boolean> {
    return (await this.find(entry)) !== undefined
  }

  private async mustBeNewest(caseId: string, entry: string): Promise<void> {
    const row = await this.find(entry)
    if (row?.caseId !== caseId) throw fieldProblem('entry-unknown', 'entry')
    if (row.supersededBy !== null) throw fieldProblem('already-corrected', 'entry')
  }

  private async find(entry: string): Promise<{ caseId: string; supersededBy: string | null } | undefined> {
    return await this.storage.db
      .selectFrom(entry.startsWith('d_') ? 'documents' : 'notes')
      .select(['case_id as caseId', 'superseded_by as supersededBy'])
      .where('id', '=', entry)
      .executeTakeFirst()
  }
}

/** An entry belongs to the administration in which its author may touch the case. */
function administrationOf({ processes }: CasePlace): Administration {
  return processes[0]?.administration ?? 'children-and-youth'
}
