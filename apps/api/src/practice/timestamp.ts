import type { google } from '@temporalio/proto'

/** Milliseconds since 1970 of the engine's timestamp. */
export function millisecondsOf({ seconds, nanos }: google.protobuf.ITimestamp): number {
  return Number(seconds ?? 0) * 1_000 + Math.floor((nanos ?? 0) / 1_000_000)
}
