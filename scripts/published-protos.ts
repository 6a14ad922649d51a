// `npm run published` writes what the newest and the oldest Kubernetes that kubevet knows publish in generated.proto of the messages that
// it reads: the fixtures of test/src/shapes/published.test.ts. From the Go modules, so it needs Go. With `-- --check` it compares instead.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { writeGenerated } from './generated-file.ts';
import { folderOfModule, MODULES, NEWEST, OLDEST } from './shapes/go-modules.ts';
import { parse } from './shapes/parse.ts';
import { extract, type Published, withLists } from './shapes/published.ts';

const root = new URL('../', import.meta.url);
const messages = withLists(parse(readFileSync(new URL('src/shapes/shapes.proto', root), 'utf8')));
for (const release of [NEWEST, OLDEST]) {
  const published = extract(messages, readRelease(release));
  const minor = release.replace(/\.\d+$/, '');
  const file = new URL(`test/src/shapes/published/${minor}.json`, root);
  writeGenerated(file, `${JSON.stringify(published, undefined, 1)}\n`, 'npm run published');
}

/** Every message of a release. */
function readRelease(release: string): Published {
  const all = new protobuf.Root();
  for (const module of MODULES) {
    const folder = folderOfModule(module, release);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('generated.proto')))
      protobuf.parse(readFileSync(join(folder, file), 'utf8'), all, { keepCase: true });
  }
  return Object.fromEntries(typesBelow(all.resolveAll()).map((type) => [nameOf(type), fieldsOf(type)]));
}

function typesBelow(parent: protobuf.NamespaceBase): readonly protobuf.Type[] {
  return parent.nestedArray.flatMap((inner) => {
    if (inner instanceof protobuf.Type) return [inner];
    return inner instanceof protobuf.Namespace ? typesBelow(inner) : [];
  });
}

function fieldsOf(type: protobuf.Type): Readonly<Record<string, string>> {
  return Object.fromEntries(
    type.fieldsArray.map((field) => {
      const label = field instanceof protobuf.MapField ? 'map' : field.repeated ? 'repeated' : 'optional';
      return [
        field.name,
        `${field.id} ${label} ${field.resolvedType === null ? field.type : nameOf(field.resolvedType)}`,
      ];
    }),
  );
}

function nameOf(type: protobuf.ReflectionObject): string {
  return type.fullName.replace(/^\./, '');
}
