/** What keeps kubevet from going on, and the exit code that says so (see src/cli/exit-codes.ts). */
export type ErrorCode = 'usage' | 'input' | 'kubeconfig' | 'connection' | 'authentication';

/** Trouble that ends the program: one sentence, and a hint what to do. Expected trouble with single resources is data, not this. */
export class KubevetError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'KubevetError';
    this.code = code;
    this.hint = options.hint;
  }
}
