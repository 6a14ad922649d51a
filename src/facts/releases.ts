import type { Facts, Known, Product, ReleaseLine } from '../model/facts.ts';
import { type DataSet, linesIn } from './data-set.ts';
import { compareVersions, parseVersion } from './version.ts';

export const PRODUCTS: Readonly<Record<Product, string>> = {
  kubernetes: 'Kubernetes',
  etcd: 'etcd',
  containerd: 'containerd',
  'cri-o': 'CRI-O',
  'docker-engine': 'Docker Engine',
};

/** The lines of a product, newest first. */
export function linesOf({ releases }: DataSet, product: Product): readonly ReleaseLine[] {
  const { asOf, lines } = releases[product];
  return linesIn(lines).map((row, at) => {
    const [line = '', latestPatch = '', end] = row.split(/\s+/);
    return { line, latestPatch, endOfSupport: end === '-' ? undefined : end, newest: at === 0, asOf };
  });
}

/** See Facts. */
export const releaseIn =
  (data: DataSet): Facts['release'] =>
  (product, text): Known<ReleaseLine> => {
    const version = parseVersion(text);
    if (version === undefined) return { known: false, why: `"${text}" is no version` };
    const lines = linesOf(data, product);
    const line =
      lines.find((one) => one.line === version.line) ?? lines.find((one) => one.line === String(version.major));
    if (line !== undefined) return { known: true, value: line, source: data.releases[product].source };
    const [newest] = lines;
    const name = PRODUCTS[product];
    if (newest !== undefined && compareVersions(version.line, newest.line) > 0) {
      const why = `${name} ${version.line} is newer than ${newest.line}, the newest known on ${newest.asOf}`;
      return { known: false, why };
    }
    return { known: false, why: `releases of ${name} ${version.line} are not described` };
  };
