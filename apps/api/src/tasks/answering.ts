/** A task and its answer, less its texts. */
export interface Answering {
  readonly task: string
  readonly practice: boolean
  readonly codes: Readonly<Record<string, unknown>>
}
