import type { Label } from '@brobygger/domain/codes'
import { taskOfKind } from '@brobygger/domain/tasks'

/** A row of a task with the title of its kind. */
export function titled<T extends { readonly kind: string }>(row: T): T & { title: Label } {
  return { ...row, title: taskOfKind(row.kind)?.title ?? { da: row.kind, en: row.kind } }
}
