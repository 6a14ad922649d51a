/** Reads one kind from both of its encodings into one shape. */
export interface Schema<T> {
  /** `Pod`: the kind of one item. */
  readonly kind: string;
  /** Changes when the fields that are read change. */
  readonly hash: string;
  /** One item in Kubernetes protobuf, `buffer[from..to)`. Throws a WireError. */
  decode(buffer: Buffer, from: number, to: number): T;
  /** One item as parsed JSON, from a server or as an earlier projection was written. Throws a ShapeError that names the JSON pointer. */
  project(json: unknown): T;
}
