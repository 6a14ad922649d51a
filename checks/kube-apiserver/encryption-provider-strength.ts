import { together } from '../../src/judge/evidence.ts';
import { seriesEvidence } from '../../src/judge/metrics.ts';
import { secretSeries } from '../../src/judge/secret-encryption.ts';
import { fileEvidence, records, section, texts } from '../../src/judge/settings/config-file.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { ApiServerMetrics, Instance, NamedFile } from '../../src/model/views.ts';

/** Names of resources in an encryption configuration that stand for Secrets. */
const SECRETS: readonly string[] = ['secrets', 'secrets.', '*.', '*.*'];

export default automated({
  meta: {
    id: 'kube-apiserver/encryption-provider-strength',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'A strong provider encrypts Secrets',
      broken: 'Secrets are not encrypted, or by a provider that is weak',
    },
    rationale:
      'The first provider of the first entry that covers secrets encrypts what is written. With identity there nothing is encrypted, whatever stands below; version 1 of the KMS interface is deprecated and off by default since 1.29; aesgcm is only safe while its key is changed all the time.',
    remediation: {
      kubeadm:
        'In the file of --encryption-provider-config put secretbox, aescbc or kms with apiVersion: v2 first for secrets, and identity last, the same on each control-plane node. Restart kube-apiserver on each and rewrite all Secrets with "kubectl get secrets -A -o json | kubectl replace -f -".',
      k3s: 'Start the server with --secrets-encryption, which uses aescbc.',
      mayBreak:
        'An API server that lacks the key cannot read what another one wrote: add the new provider below the old one on all of them first, and only then move it up. A lost key is lost data.',
    },
    references: [
      {
        title: 'Encrypting confidential data at rest: available providers',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#providers',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.28' },
      { benchmark: 'Kubescape', number: 'C-0142' },
      { benchmark: 'DISA STIG', number: 'V-274882' },
      { benchmark: 'NSA/CISA', number: 'Secrets' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['api-server-metrics'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'api-server-metrics': metrics }) =>
    each(instances, (instance) => judgeInstance(instance, metrics), none),
});

function judgeInstance(instance: Instance, metrics: Gathered<ApiServerMetrics>): Finding {
  const { subject } = instance;
  const setting = instance.get('encryption-provider-config');
  if (!setting.known) return { verdict: 'unknown', subject, evidence: [], because: setting.because };
  const { evidence } = setting;
  if (setting.value === '') {
    const because = 'no encryption is configured, which kube-apiserver/encryption-provider-config judges';
    return { verdict: 'not-applicable', subject, evidence, because };
  }
  const file = instance.file?.('encryption-provider-config');
  if (file?.known !== true) {
    const written = judgeWrites(instance, metrics);
    if (written !== undefined) return { ...written, subject, evidence: together(evidence, written.evidence ?? []) };
    const because = file?.because ?? { code: 'set-in-file', detail: `set in ${setting.value} on the host` };
    return { verdict: 'unknown', subject, evidence, because };
  }
  const { evidence: shown = [], ...judgement } = judge(file);
  return { ...judgement, subject, evidence: together(evidence, shown) };
}

const PROVIDER = /^k8s:enc:(secretbox|aescbc|aesgcm|kms:v[12]):/;

/**
 * What the one API server says by the form in which it wrote Secrets since it started, where that was always the same: it reads the
 * file then, and later only where --encryption-provider-config-automatic-reload says so.
 */
function judgeWrites(instance: Instance, metrics: Gathered<ApiServerMetrics>): Judgement | undefined {
  const reload = instance.get('encryption-provider-config-automatic-reload');
  if (metrics.state === 'failed' || metrics.value.instance === undefined) return undefined;
  if (!reload.known || reload.value !== false) return undefined;
  // Beside the prefix of its provider each write has that of its key, such as `key1:`.
  const series = secretSeries(metrics.value, 'to_storage').flatMap((one) => {
    const prefix = one.labels['transformer_prefix'] ?? '';
    const name = prefix === '' ? 'identity' : PROVIDER.exec(prefix)?.[1]?.replace(':', ' ');
    return name === undefined ? [] : [{ name, evidence: seriesEvidence(one) }];
  });
  const [first, ...others] = series;
  if (first === undefined || others.some(({ name }) => name !== first.name)) return undefined;
  const evidence = together(
    reload.evidence,
    series.map((one) => one.evidence),
  );
  const since = `since ${metrics.value.since}`;
  switch (first.name) {
    case 'identity':
      return { verdict: 'fail', message: `Secrets were written as plaintext ${since}`, evidence };
    case 'kms v1':
      return { verdict: 'fail', message: `kms v1 encrypted Secrets ${since}, which is deprecated`, evidence };
    case 'aesgcm':
      return { verdict: 'review', message: `aesgcm encrypted Secrets ${since}: ${IS_KEY_CHANGED}`, evidence };
    default:
      return { verdict: 'pass', message: `${first.name} encrypted all Secrets that were written ${since}`, evidence };
  }
}

const IS_KEY_CHANGED = 'is its key changed every 200,000 writes?';

function judge(file: NamedFile): Judgement {
  const entries = records(file.content['resources']);
  if (file.content['kind'] !== 'EncryptionConfiguration')
    return {
      verdict: 'unknown',
      because: { code: 'not-understood', detail: `${file.path} is no EncryptionConfiguration` },
    };
  const at = entries.findIndex(({ resources }) => texts(resources).some((name) => SECRETS.includes(name)));
  if (at === -1) {
    const evidence = entries.map((_, index) => fileEvidence(file, `/resources/${index}/resources`, 'secrets'));
    const [first = fileEvidence(file, '/resources', 'an entry for secrets'), ...rest] = evidence;
    return { verdict: 'fail', message: 'no entry covers secrets', evidence: [first, ...rest] };
  }
  const provider = records(entries[at]?.['providers'])[0] ?? {};
  const [name = 'none'] = Object.keys(provider);
  const place = `/resources/${at}/providers/0`;
  const covers = fileEvidence(file, `/resources/${at}/resources`);
  const member = name === 'identity' ? '' : '/keys/0/name';
  const evidence = [covers, fileEvidence(file, `${place}/${name}${member}`, 'secretbox, aescbc or kms v2')] as const;
  switch (name) {
    case 'secretbox':
    case 'aescbc':
      return { verdict: 'pass', message: `${name} encrypts Secrets`, evidence };
    case 'kms': {
      const version = section(provider['kms'])['apiVersion'] ?? 'v1';
      const shown = [covers, fileEvidence(file, `${place}/kms/apiVersion`, 'v2')] as const;
      if (version === 'v2') return { verdict: 'pass', message: 'kms v2 encrypts Secrets', evidence: shown };
      return {
        verdict: 'fail',
        message: `kms ${String(version)} encrypts Secrets, which is deprecated`,
        evidence: shown,
      };
    }
    case 'aesgcm':
      return {
        verdict: 'review',
        message: `aesgcm encrypts Secrets: ${IS_KEY_CHANGED}`,
        evidence,
      };
    case 'identity':
      return {
        verdict: 'fail',
        message: 'identity comes first for Secrets, so that they are stored as plaintext',
        evidence,
      };
    default:
      return {
        verdict: 'unknown',
        because: { code: 'not-understood', detail: `the first provider for Secrets is ${name}` },
        evidence,
      };
  }
}
