import { together } from '../../src/judge/evidence.ts';
import { fileEvidence, records, section } from '../../src/judge/settings/config-file.ts';
import type { Judgement } from '../../src/judge/settings/setting-checks.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Config } from '../../src/model/resources.ts';
import type { Instance, NamedFile, Setting } from '../../src/model/views.ts';

const NAMES = ['oidc-username-claim', 'oidc-username-prefix', 'oidc-groups-claim', 'oidc-groups-prefix'] as const;

export default automated({
  meta: {
    id: 'kube-apiserver/oidc-config-safe',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Names from the identity provider cannot be those of the system',
      broken: 'The identity provider can name users or groups of the system',
    },
    rationale:
      'Users and groups from OIDC tokens are taken as they are unless a prefix is put before them. Without one, whoever may create a group at the identity provider, or choose its name, calls it system:masters and is administrator of the cluster.',
    remediation: {
      kubeadm:
        'Set --oidc-groups-prefix=oidc: and --oidc-username-prefix=oidc: in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node; in a file of --authentication-config give claimMappings a prefix, or refuse names that begin with system: by userValidationRules.',
      k3s: 'The same in kube-apiserver-arg.',
      mayBreak:
        'Names change, so that bindings to the old names give nothing any more: add bindings for the names with the prefix first.',
    },
    references: [
      {
        title: 'Authenticating: OpenID Connect tokens',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none } }) => each(instances, judgeInstance, none),
});

function judgeInstance(instance: Instance): Finding {
  const { subject } = instance;
  const [file, config] = [instance.file?.('authentication-config'), instance.get('authentication-config')];
  if (file?.known === true && config.known) {
    const { evidence = [], ...judgement } = judgeFile(file);
    return { ...judgement, subject, evidence: together(config.evidence, evidence) };
  }
  const issuer = instance.get('oidc-issuer-url');
  if (!issuer.known) return { verdict: 'unknown', subject, evidence: [], because: issuer.because };
  const { evidence } = issuer;
  if (issuer.value === '')
    return { verdict: 'not-applicable', subject, evidence, because: 'no OIDC provider is set up' };
  const settings = new Map<string, Setting>();
  for (const name of NAMES) {
    const setting = instance.get(name);
    if (!setting.known) return { verdict: 'unknown', subject, evidence, because: setting.because };
    settings.set(name, setting);
  }
  const given = (name: (typeof NAMES)[number]) => settings.get(name)?.value;
  const shown = together(
    evidence,
    [...settings.values()].flatMap((setting) => setting.evidence),
  );
  const wrong = [
    ...(given('oidc-groups-claim') !== '' && given('oidc-groups-prefix') === '' ? ['groups have no prefix'] : []),
    // Where none is given that of the issuer is put before all names but addresses, of which none begins with system:
    ...(given('oidc-username-prefix') === '-' ? ['the prefix of users is switched off'] : []),
  ];
  if (wrong.length === 0) return { verdict: 'pass', subject, evidence: shown };
  return { verdict: 'fail', subject, evidence: shown, message: wrong.join(', ') };
}

function judgeFile(file: NamedFile): Judgement {
  const issuers = records(file.content['jwt']);
  if (file.content['kind'] !== 'AuthenticationConfiguration')
    return {
      verdict: 'unknown',
      because: { code: 'not-understood', detail: `${file.path} is no AuthenticationConfiguration` },
    };
  if (issuers.length === 0)
    return { verdict: 'not-applicable', because: 'no OIDC provider is set up', evidence: [fileEvidence(file, '/jwt')] };
  const evidence: Evidence[] = [];
  const wrong: string[] = [];
  const unclear: string[] = [];
  for (const [index, issuer] of issuers.entries()) {
    const mappings = section(issuer['claimMappings']);
    for (const kind of ['username', 'groups'] as const) {
      const { claim, prefix, expression } = section(mappings[kind]);
      const place = `/jwt/${index}/claimMappings/${kind}/${expression === undefined ? 'prefix' : 'expression'}`;
      if (claim === undefined && expression === undefined) continue;
      evidence.push(fileEvidence(file, place, 'a prefix'));
      if (refusesSystem(issuer, kind)) continue;
      const names = `${kind} of issuer ${index + 1}`;
      // As with the flags: of addresses none begins with system:.
      const isSafe = (prefix !== '' && prefix !== undefined) || (kind === 'username' && claim === 'email');
      if (expression !== undefined) unclear.push(`${names} come from an expression`);
      else if (!isSafe && speaksOfSystem(issuer)) unclear.push(`${names} have no prefix, but a rule speaks of system:`);
      else if (!isSafe) wrong.push(`${names} have no prefix`);
    }
  }
  const [first = fileEvidence(file, '/jwt/0/claimMappings/username/prefix'), ...rest] = evidence;
  if (wrong.length > 0) return { verdict: 'fail', message: wrong.join(', '), evidence: [first, ...rest] };
  if (unclear.length > 0)
    return {
      verdict: 'review',
      message: `may these be names of the system? ${unclear.join(', ')}`,
      evidence: [first, ...rest],
    };
  return { verdict: 'pass', evidence: [first, ...rest] };
}

/** What refuses names that begin with system:, as the documentation writes it, without spaces. */
const REFUSALS = {
  username: /^!user\.username\.startsWith\((['"])system:\1\)$/,
  groups: /^user\.groups\.all\((\w+),!\1\.startsWith\((['"])system:\2\)\)$/,
};

/** Whether a rule refuses these names where they begin with system:, by itself or beside others that must hold too. */
const refusesSystem = (issuer: Config, kind: keyof typeof REFUSALS): boolean =>
  records(issuer['userValidationRules'])
    .map(({ expression }) => String(expression).replaceAll(/\s/g, ''))
    .some((rule) => !rule.includes('||') && rule.split('&&').some((part) => REFUSALS[kind].test(part)));

/** Whether a rule on the user or on the claims says anything of names that begin so. */
const speaksOfSystem = (issuer: Config): boolean =>
  ['userValidationRules', 'claimValidationRules']
    .flatMap((field) => records(issuer[field]))
    .some(({ expression }) => String(expression).includes('system:'));
