declare const KUBEVET_VERSION: string | undefined;

/** Version of this kubevet; the bundle carries it. */
export const version: string = typeof KUBEVET_VERSION === 'string' ? KUBEVET_VERSION : '0.0.0-source';
