import type { JournalInput } from '@brobygger/domain/messages'
import { journalProcess } from '@brobygger/domain/processes'
import { endWhenAnswered, follow } from './kit/index.js'
import { begin } from './journal/begin.js'
import { file } from './journal/file.js'

/** A case that has closed is filed in the municipality's records system. Page: docs/processes/journal.md */
export async function journal(input: JournalInput): Promise<string> {
  const course = begin(journalProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Whoever had the case files what it leaves behind, and tells under which number
      file: () => file(course),
    },
    { ended: way => endWhenAnswered(course, way) },
  )
}
