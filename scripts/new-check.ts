// npm run new-check -- kube-apiserver/profiling [--severity low]: scaffolds a check and its test, and renews the index.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { COMPONENTS, SEVERITIES } from '../src/model/check.ts';
import { checkFiles, renderIndex } from './index-checks.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { severity: { type: 'string', default: 'medium' } },
});
const [id = ''] = positionals;
const [component = '', noun = ''] = id.split('/');

const refusal = refuse();
if (refusal !== undefined) {
  process.stderr.write(
    `new-check: ${refusal}\nusage: npm run new-check -- COMPONENT/NOUN [--severity ${SEVERITIES.join('|')}]\n`,
  );
  process.exitCode = 2;
} else {
  scaffold();
}

/** Why this id cannot be a new check; undefined where it can. */
function refuse(): string | undefined {
  if (!COMPONENTS.some((known) => known === component))
    return `${component || 'nothing'} is no component; known: ${COMPONENTS.join(', ')}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(noun))
    return `${noun || 'nothing'} is no name: small letters, digits and hyphens`;
  if (/^(no|ensure|check|verify|disable|enable)-/.test(noun))
    return `${noun} starts with a verb or a negation: name the thing that is looked at`;
  if (!SEVERITIES.some((known) => known === values.severity)) return `${values.severity} is no severity`;
  if (existsSync(file('checks', '.ts'))) return `${id} exists already`;
  return undefined;
}

function file(folder: string, ending: string): URL {
  return new URL(`../${folder}/${component}/${noun}${ending}`, import.meta.url);
}

function scaffold(): void {
  write(file('checks', '.ts'), checkText());
  write(file('test/checks', '.cases.ts'), testText());
  writeFileSync(new URL('../checks/index.ts', import.meta.url), renderIndex(checkFiles()));
  process.stdout.write(
    `Wrote checks/${id}.ts and test/checks/${id}.cases.ts, and renewed checks/index.ts.\n` +
      `Now: fill in the texts and the rule, give each verdict a case, then run\n  npm test -- test/checks/${component} -t ${id}\n  npm run docs\n`,
  );
}

function write(url: URL, text: string): void {
  mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
  writeFileSync(url, text, { flag: 'wx' });
}

function checkText(): string {
  return `import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: '${id}',
    component: '${component}',
    severity: '${values.severity}',
    population: true,
    title: { holds: '<what is so when it passes>', broken: '<what is so when it fails>' },
    rationale: '<why it matters, in two or three sentences>',
    remediation: { kubeadm: '<what to change, and where>', mayBreak: '<what the change may break>' },
    references: [{ title: '<title>', url: 'https://kubernetes.io/docs/' }],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: '<flag>',
  expected: '<value that is wanted>',
  passes: (value) => value === true,
  broken: (value) => \`<what is wrong> (\${value})\`,
});
`;
}

function testText(): string {
  return `import check from '../../../checks/${id}.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

describeCheck(check, [
  { given: 'the setting is as wanted', objects: [controlPlanePod('kube-apiserver', { flags: [] })], expect: 'pass' },
  { given: 'the setting is not as wanted', objects: [controlPlanePod('kube-apiserver', { flags: ['--<flag>=false'] })], expect: 'fail' },
  { given: 'no instance is visible', objects: [], expect: 'unknown' },
]);
`;
}
