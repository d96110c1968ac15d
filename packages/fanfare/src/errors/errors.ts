/** The errors of the transport, under the names of this client. */
export {
  ApiError as FanfareError,
  ApiAbortError as FanfareAbortError,
  ApiAnswerError as FanfareAnswerError,
  ApiAuthenticationError as FanfareAuthenticationError,
  ApiBadRequestError as FanfareBadRequestError,
  ApiConflictError as FanfareConflictError,
  ApiConnectionError as FanfareConnectionError,
  ApiNotFoundError as FanfareNotFoundError,
  ApiPermissionError as FanfarePermissionError,
  ApiRateLimitError as FanfareRateLimitError,
  ApiServerError as FanfareServerError,
  ApiTimeoutError as FanfareTimeoutError,
  ApiValidationError as FanfareValidationError,
} from 'sequenzy-transport';
