/** The gRPC status codes that set-up has to tell apart. */
export const Status = { NOT_FOUND: 5, ALREADY_EXISTS: 6 } as const

/** Whether `error` is a gRPC failure with this status. */
export function isGrpcError(error: unknown, status: number): boolean {
  return error instanceof Error && 'code' in error && error.code === status
}
