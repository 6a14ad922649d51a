/** One of the media types that a client accepts. */
export interface MediaType {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The media types of an Accept header, in its order; everything is accepted where there is none. */
export function parseAccept(header: string | undefined): readonly MediaType[] {
  const ranges = (header ?? '').split(',').filter((range) => range.trim() !== '');
  if (ranges.length === 0) return [{ type: '*/*', parameters: {} }];
  return ranges.map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    return {
      type: type.toLowerCase(),
      parameters: Object.fromEntries(parameters.map((parameter) => parameter.split('=', 2) as [string, string])),
    };
  });
}

export const isJson = ({ type }: MediaType): boolean => ['application/json', 'application/*', '*/*'].includes(type);

export const isProtobuf = ({ type }: MediaType): boolean => type === 'application/vnd.kubernetes.protobuf';

/** Whether the client asks for the object in the shape of another kind (`as=PartialObjectMetadataList;g=meta.k8s.io;v=v1`). */
export const asksFor = ({ parameters }: MediaType, kind: string, groupVersion: string): boolean =>
  parameters['as'] === kind && `${parameters['g']}/${parameters['v']}` === groupVersion;
