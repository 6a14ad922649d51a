import { METRICS } from '../../src/gather/metric-names.ts';
import { typeOf } from './interfaces.ts';
import { flatFields, isUnion, kindsOf, type Message, type Messages, words } from './schema.ts';

/** The docs page that says, field by field, what kubevet reads of a cluster's objects. */
export function emitPage(messages: Messages): string {
  const kinds = kindsOf(messages);
  const parts = [...messages.values()]
    .filter((message) => !kinds.includes(message) && !message.options['scalar'] && message.fields.length > 0)
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return `# What kubevet reads

<!-- Generated from src/shapes/shapes.proto: npm run shapes -->

kubevet decodes the fields below of each object and skips every other one: what is not on this page never gets into its memory as a value,
its snapshots or its reports. Which kinds a scan asks for is decided by the checks that run; \`kubevet permissions\` says which rights that takes.

- Secrets are read as metadata alone (\`PartialObjectMetadata\`): their data is neither asked for nor decoded.
- ConfigMaps are never listed. A few of kube-system, and cluster-info of kube-public, are read by name, since they hold the configuration of components.
- Of certificates (\`caBundle\`, \`certificate\`) and requests for them (\`request\`) only what they say is kept (subject, dates, key, signature), and of addresses (\`url\`) scheme, host and port.
- Of annotations and environment variables only the values named here are kept.
- Configuration files on hosts the API does not show, so that a scan reads none. A snapshot has a place for them, in which keys and credentials are dropped.
- A field that may be absent is marked \`| undefined\`; the others read as empty, 0 or false where an object does not say them, as Kubernetes itself has it.

## Kinds

${kinds.map((kind) => section(messages, kind, 3)).join('\n')}
## Metrics

Of what the API server says at \`/metrics\` these series are kept, with these labels, and all others dropped as they arrive. \`--no-metrics\` does without.

| metric | labels |
|---|---|
${metricRows().join('\n')}

## Parts that they share

${parts.map((part) => section(messages, part, 3)).join('\n')}`;
}

const metricRows = (): readonly string[] =>
  Object.entries(METRICS).map(
    ([name, labels]) =>
      `| \`${name}\` | ${Object.keys(labels)
        .map((label) => `\`${label}\``)
        .join(', ')} |`,
  );

function section(messages: Messages, message: Message, level: number): string {
  const kind = message.options['kind'];
  const rows = flatFields(messages, message).map(
    (field) => `| \`${field.name}\` | \`${typeOf(messages, field).replaceAll('|', '\\|')}\` |`,
  );
  const kept = message.fields.flatMap((field) => {
    const only = words(field.options['allow'] ?? field.options['whenName']);
    if (only.length === 0) return [];
    const which = field.options['allow'] ? 'keys' : 'values of variables';
    return [`\nOf \`${field.name}\` only these ${which}: ${only.map((word) => `\`${word}\``).join(', ')}.\n`];
  });
  return [
    `${'#'.repeat(level)} ${message.name}\n\n`,
    typeof kind === 'string' ? `\`${kind}\`. ` : '',
    message.comment === undefined ? '' : message.comment,
    typeof kind === 'string' || message.comment !== undefined ? '\n\n' : '',
    `| field | type |\n|---|---|\n${rows.join('\n')}\n`,
    kept.join(''),
    isUnion(messages, message) ? '\nAny other member is noted as `$other`, without its content.\n' : '',
  ].join('');
}
