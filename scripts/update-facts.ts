// npm run update-facts -- --out FILE ...: builds a newer edition of the facts for `kubevet facts update --from FILE`, offline, from files:
//   --end-of-life FOLDER   answers of endoflife.date: kubernetes.json, etcd.json, containerd.json, docker-engine.json (https://endoflife.date/api/PRODUCT.json)
//   --binaries FOLDER      kube-apiserver, kubelet, ... of a newer minor of Kubernetes: the defaults of their flags, by --help
//   --cve-feed FILE        Kubernetes' official feed (https://kubernetes.io/docs/reference/issues-security/official-cve-feed/index.json): lists what is not
//                          described yet; the feed has affected versions in prose only, so that nothing of it is taken over
//   --as-of DAY            the day on which the files were fetched, today if not given
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT_IN, FLAG_COMPONENTS } from '../src/facts/data-set.ts';
import { type FactsDocument, updated } from '../src/facts/document.ts';
import { compareVersions } from '../src/facts/version.ts';
import type { Product } from '../src/model/facts.ts';
import { parseHelp } from './facts/help.ts';
import { continueFlags, continuePlugins, END_OF_LIFE_NAMES, notDescribed, releasesOf } from './facts/published.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { out: text, 'end-of-life': text, binaries: text, 'cve-feed': text, 'as-of': text },
});
const today = new Date().toISOString().slice(0, 10);
const asOf = values['as-of'] ?? today;

try {
  if (values.out === undefined) throw new Error('--out FILE is needed');
  const document: FactsDocument = { kind: 'KubevetFacts', schema: 1, ...releases(), ...defaults() };
  const json = `${JSON.stringify(document, null, 1)}\n`;
  updated(BUILT_IN, json, today);
  writeFileSync(values.out, json);
  report();
} catch (error) {
  process.stderr.write(`update-facts: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

function releases(): Pick<FactsDocument, 'releases'> {
  const folder = values['end-of-life'];
  if (folder === undefined) return {};
  const found = (Object.entries(END_OF_LIFE_NAMES) as [Product, string][]).flatMap(([product, name]) => {
    const file = join(folder, `${name}.json`);
    return existsSync(file) ? [[product, releasesOf(product, name, JSON.parse(readFileSync(file, 'utf8')), asOf)]] : [];
  });
  if (found.length === 0)
    throw new Error(`${folder} holds none of ${Object.values(END_OF_LIFE_NAMES).join(', ')}.json`);
  return { releases: Object.fromEntries(found) };
}

function defaults(): Partial<FactsDocument> {
  const folder = values.binaries;
  if (folder === undefined) return {};
  const run = (component: string, argument: string): string =>
    execFileSync(join(folder, component), [argument], {
      encoding: 'utf8',
      maxBuffer: 1 << 24,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const [, minor = ''] = /v(\d+\.\d+)\./.exec(run('kube-apiserver', '--version')) ?? [];
  if (compareVersions(minor, BUILT_IN.describedThrough) <= 0)
    throw new Error(`Kubernetes ${minor} is described already, up to ${BUILT_IN.describedThrough}`);
  const components = FLAG_COMPONENTS.filter((name) => name !== 'etcd' && existsSync(join(folder, name)));
  return {
    describedThrough: minor,
    flags: Object.fromEntries(
      components.map((name) => [name, continueFlags(BUILT_IN.flags[name], minor, parseHelp(run(name, '--help')))]),
    ),
    admissionPlugins: continuePlugins(
      BUILT_IN.admissionPlugins,
      minor,
      BUILT_IN.describedThrough,
      run('kube-apiserver', '--help'),
    ),
  };
}

function report(): void {
  const feed = values['cve-feed'];
  if (feed === undefined) return;
  const missing = notDescribed(JSON.parse(readFileSync(feed, 'utf8')), BUILT_IN);
  process.stdout.write(`${missing.length} vulnerabilities of the feed are not described: ${missing.join(', ')}\n`);
}
