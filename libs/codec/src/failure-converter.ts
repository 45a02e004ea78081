import {
  DefaultFailureConverter,
  type PayloadConverter,
  type ProtoFailure,
  type SerializationContext,
} from '@temporalio/common'

/** A stable code such as `offer-revoked`: no digits, no blanks, so neither a number nor a sentence. */
const CODE = /^[a-z]+(-[a-z]+)*$/

/**
 * Puts messages and stacks of errors where the codec encrypts them.
 *
 * Errors that leave a Nexus handler are the exception. They would be encrypted with the handler's own key, which the
 * caller does not hold, and its case would stop at a failure it cannot read. They cross as type and code only: a
 * message that is a code stays, any other text, the stack, details and causes stay at home, where the handler has
 * logged them. The SDK converts them, and only them among such failures, without a context.
 */
class BrobyggerFailureConverter extends DefaultFailureConverter {
  constructor() {
    super({ encodeCommonAttributes: true })
  }

  override errorToFailure(
    error: unknown,
    converter: PayloadConverter,
    context?: SerializationContext,
  ): ProtoFailure {
    const failure = super.errorToFailure(error, converter, context)
    return context === undefined && crosses(failure) ? bare(error, failure) : failure
  }
}

/** The three forms in which a Nexus handler reports an error. */
const crosses = (failure: ProtoFailure): boolean =>
  failure.nexusHandlerFailureInfo != null ||
  failure.canceledFailureInfo != null ||
  failure.applicationFailureInfo?.type === 'OperationError'

function bare(error: unknown, failure: ProtoFailure): ProtoFailure {
  const { nexusHandlerFailureInfo, canceledFailureInfo, applicationFailureInfo } = failure
  const message =
    error instanceof Error && CODE.test(error.message) ? error.message : 'nexus-operation-failed'
  return {
    message,
    source: failure.source ?? null,
    ...(nexusHandlerFailureInfo && { nexusHandlerFailureInfo }),
    ...(canceledFailureInfo && { canceledFailureInfo: {} }),
    ...(applicationFailureInfo && {
      applicationFailureInfo: {
        type: applicationFailureInfo.type ?? null,
        nonRetryable: applicationFailureInfo.nonRetryable ?? null,
      },
    }),
  }
}

/** The converter of every client and worker; the name is the one the SDK looks for. */
export const failureConverter = new BrobyggerFailureConverter()
