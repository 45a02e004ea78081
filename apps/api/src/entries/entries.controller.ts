import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Access } from '../access/access.js'
import { inCase } from '../access/targets.js'
import { IdempotencyKey } from '../command/idempotency-key.js'
import type { ProblemCode } from '../http/problems.js'
import { caseId, documentId } from '../ids.js'
import { Operation } from '../openapi/operation.js'
import { Caller, type Person } from '../person/caller.js'
import { EntriesService } from './entries.service.js'
import {
  correctionBody,
  documentBody,
  documentContent,
  entryResult,
  noteBody,
  type CorrectionBody,
  type DocumentBody,
  type NoteBody,
} from './entry-bodies.js'

const reading = ['case-unknown', 'conflict-of-interest', 'storage-unavailable'] as const
const headers = { 'Idempotent-Replay': '`true` when this is the answer to an earlier one' }

const adding = (id: string, summary: string, ...problems: ProblemCode[]) =>
  Operation({
    id,
    summary,
    keyed: true,
    successes: { 201: { description: 'Written', schema: entryResult, headers } },
    problems: [...reading, 'command-running', 'process-ended', 'engine-unavailable', ...problems],
  })

@Controller('cases/:id')
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Access('addEntry', inCase())
  @Post('notes')
  @adding('addNote', 'Write a note on a case')
  note(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: noteBody }) body: NoteBody,
  ) {
    return this.entries.addNote({ caller, key, caseId: id, body })
  }

  @Access('addEntry', inCase())
  @Post('documents')
  @adding('addDocument', 'Add a document to a case')
  document(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: documentBody }) body: DocumentBody,
  ) {
    return this.entries.addDocument({ caller, key, caseId: id, body })
  }

  @Access('addEntry', inCase())
  @Post('corrections')
  @adding(
    'correctEntry',
    'Correct a note or document: the wrong entry stays and is superseded',
    'entry-unknown',
    'already-corrected',
  )
  correct(
    @Caller() caller: Person,
    @IdempotencyKey() key: string | undefined,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: correctionBody }) body: CorrectionBody,
  ) {
    return this.entries.correct({ caller, key, caseId: id, body })
  }

  @Access('readDocument', inCase())
  @Get('documents/:document')
  @Operation({
    id: 'getDocument',
    summary: 'A document with its content',
    successes: { 200: { description: 'The document', schema: documentContent } },
    problems: [...reading, 'entry-unknown'],
  })
  content(
    @Caller() caller: Person,
    @Param('id', { schema: caseId }) id: string,
    @Param('document', { schema: documentId }) document: string,
  ) {
    return this.entries.document(caller, id, document)
  }
}
