const capacity = 100;
const costOfRetry = 2;
const refund = 1;

/**
 * A bound on retries for the whole client: in an outage they stop adding load, while a server that mostly answers
 * pays for the retries it needs. Fifty in a row without a success spend it.
 */
export class RetryBudget {
  #tokens = capacity;

  get left(): boolean {
    return this.#tokens >= costOfRetry;
  }

  spend(): void {
    this.#tokens -= costOfRetry;
  }

  succeeded(): void {
    this.#tokens = Math.min(capacity, this.#tokens + refund);
  }
}
