// npm run golden: writes anew what a scan of each recorded cluster says. Its diff is what a change of a check or of a reporter does to clusters.
import { writeFileSync } from 'node:fs';
import { CLUSTERS, clusterNames, scanRecording } from '../test/support/golden.ts';

for (const name of clusterNames()) {
  for (const [file, text] of Object.entries(await scanRecording(name)))
    writeFileSync(new URL(`${name}/${file}`, CLUSTERS), text);
}
