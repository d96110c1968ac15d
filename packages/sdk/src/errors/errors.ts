/** The errors of the transport, under the names of this client. */
export {
  ApiError as SequenzyError,
  ApiAbortError as SequenzyAbortError,
  ApiAnswerError as SequenzyAnswerError,
  ApiAuthenticationError as SequenzyAuthenticationError,
  ApiBadRequestError as SequenzyBadRequestError,
  ApiConflictError as SequenzyConflictError,
  ApiConnectionError as SequenzyConnectionError,
  ApiNotFoundError as SequenzyNotFoundError,
  ApiPermissionError as SequenzyPermissionError,
  ApiRateLimitError as SequenzyRateLimitError,
  ApiServerError as SequenzyServerError,
  ApiTimeoutError as SequenzyTimeoutError,
  ApiValidationError as SequenzyValidationError,
} from 'sequenzy-transport';
