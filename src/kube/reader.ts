import type { Uncertainty } from '../model/finding.ts';
import type { ClusterIdentity } from '../model/resources.ts';

/** What a read gave: expected trouble is data, it never throws. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Uncertainty };

/** Reads one kind from both of its encodings into one shape. src/shapes generates them. */
export interface Schema<T> {
  /** `Pod`: the kind of one item. */
  readonly kind: string;
  /** Changes when the fields that are read change. */
  readonly hash: string;
  /** One item in Kubernetes protobuf, `buffer[from..to)`. Throws a WireError. */
  decode(buffer: Buffer, from: number, to: number): T;
  /** One item as parsed JSON. Throws a ShapeError that names the JSON pointer. */
  project(json: unknown): T;
}

export interface ListRequest<T> {
  /** `v1`, `apps/v1`, ... */
  readonly groupVersion: string;
  /** `pods`, `clusterroles`, ... */
  readonly resource: string;
  /** One namespace only. */
  readonly namespace?: string;
  readonly schema: Schema<T>;
  /** False for kinds that the server serves as JSON only (custom resources). */
  readonly protobuf: boolean;
  /** Ask for PartialObjectMetadataList: names, labels, annotations and owners, nothing else. */
  readonly metadataOnly?: boolean;
  /** Ends the list early: what arrived stands. The reason that it aborts with is the sentence of the failure. */
  readonly signal?: AbortSignal;
}

/** Takes the items as they arrive. `restart` comes first, and again when the list begins anew (410 Gone): forget what came before. */
export interface ListSink<T> {
  restart(): void;
  item(item: T): void;
}

/** Takes the lines of a text as they arrive: `buffer[from..to)`, without the line end. `restart` comes first, and again when it begins anew. */
export interface LineSink {
  restart(): void;
  line(buffer: Buffer, from: number, to: number): void;
}

/** A file on the host of a node as it was found. */
export interface HostFileReply {
  readonly node: string;
  /** Absolute. */
  readonly path: string;
  /** Its text, or why there is none. */
  readonly found: { readonly text: string } | 'not-found' | { readonly refused: string };
}

export type ListOutcome =
  | { readonly state: 'whole' }
  /** The items so far stand; what is missing, in one sentence. */
  | { readonly state: 'partial'; readonly missing: string; readonly failure: Uncertainty }
  | { readonly state: 'failed'; readonly failure: Uncertainty };

/** Self reviews: the only POSTs that kubevet sends. They ask about the caller and change nothing. */
export type SelfReview =
  | { readonly kind: 'SelfSubjectReview' }
  | { readonly kind: 'SelfSubjectRulesReview'; readonly namespace: string }
  | {
      readonly kind: 'SelfSubjectAccessReview';
      readonly resource?: {
        readonly verb: string;
        readonly group: string;
        readonly resource: string;
        readonly subresource?: string;
        readonly namespace?: string;
        readonly name?: string;
      };
      readonly path?: { readonly verb: string; readonly path: string };
    };

/** A cluster as kubevet may read it: a live API server (connect.ts), or objects from files (src/gather/objects.ts). */
export interface ApiReader {
  readonly identity: ClusterIdentity;
  /** True where what is not there proves nothing: objects from files. Every list of such a source is partial. */
  readonly partial: boolean;
  /** True where the objects are manifests, which may run as soon as they are applied: templates without pods count too. */
  readonly manifests?: boolean;
  /** GET of an allow-listed path (already encoded), parsed as JSON. */
  get(path: string, options?: { readonly accept?: string; readonly signal?: AbortSignal }): Promise<Answer<unknown>>;
  /** GET of an allow-listed path as text, which is never held whole. What kept it from being read to its end; undefined for nothing. */
  lines(path: string, sink: LineSink, options?: { readonly signal?: AbortSignal }): Promise<Uncertainty | undefined>;
  /** Files of hosts, for a reader that has any. */
  hostFiles?(): readonly HostFileReply[];
  list<T>(request: ListRequest<T>, sink: ListSink<T>): Promise<ListOutcome>;
  /** The `status` of a self review. */
  review(review: SelfReview, options?: { readonly signal?: AbortSignal }): Promise<Answer<unknown>>;
  close(): void;
}
