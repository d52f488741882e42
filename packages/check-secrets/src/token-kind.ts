/** How the characters of a token prove that it is one, beyond its shape. */
export type Proof =
  /** The last characters are a checksum over the rest. */
  | "github-checksum"
  | "npm-checksum"
  | "grafana-checksum"
  /** The three parts decode as JSON header, JSON payload and signature. */
  | "json-web-token"
  /** The characters are spread as in machine-made text. */
  | "entropy"
  /** The characters alone would not do: the name it is assigned to says what it is. */
  | "context"
  /** The fixed text and the layout are enough. */
  | "structure";

/**
 * One kind of token. Patterns are a subset of regular expressions (literals, classes, `\d`, `\w`, `(?:a|b)`, `?`, `{n}`, `{n,m}`)
 * that is linear by construction and from which samples are generated; see `pattern.ts`.
 */
export interface TokenKind {
  /** `provider-thing`, unique. */
  readonly kind: string;
  /** What a message calls it. */
  readonly title: string;
  readonly pattern: string;
  /** For tokens without a mark of their own: words of which one stands in the name that the token is assigned to. */
  readonly names?: readonly string[];
  /**
   * Words after which, within the section that they begin, the token is known too: `postmark: { token: … }`, `vault login …`.
   * A token without a mark and with a common shape must be named a token, key or secret there.
   */
  readonly near?: readonly string[];
  /** Upper and lower case are alike. */
  readonly ignoreCase?: true;
  /** The pattern's text starts in the middle of its match: the fixed texts by which it is found. */
  readonly keywords?: readonly string[];
  readonly proof: Proof;
  /** An id that is no secret by itself: it tells what the secret beside it is, and that it is one. */
  readonly isId?: true;
  /** Texts in which the token, written `«»`, must be found; `«other-kind»` stands for one of another kind. */
  readonly match: readonly string[];
  /**
   * Texts in which nothing of this kind may be found: `«»` stands for a token, `«short»` for one that was cut, `«masked»` for one
   * whose characters were made illegible.
   */
  readonly noMatch: readonly string[];
}

/** A service and the kinds of token it hands out. */
export interface Provider {
  readonly name: string;
  /** Where the provider documents its tokens. */
  readonly documentation: string;
  readonly kinds: readonly TokenKind[];
}
