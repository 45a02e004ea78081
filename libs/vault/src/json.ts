/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
/** A JSON object: the texts of one form, note or document. */
export interface JsonObject {
  readonly [name: string]: Json
}
